#include "identity/password_rules.hpp"

namespace waymark::identity {

// From the well-known lists of leaked passwords: their stems, without digits and signs.
std::vector<std::string_view> const& common_words() {
  static std::vector<std::string_view> const words{
      "password",      "passwort",       "passw0rd",   "p@ssw0rd",   "p@ssword",     "pa$$word",     "passphrase",
      "kennwort",      "geheim",         "secret",     "letmein",    "welcome",      "willkommen",   "admin",
      "administrator", "root",           "user",       "guest",      "login",        "master",       "changeme",
      "default",       "access",         "qwerty",     "qwertz",     "qwertyuiop",   "asdf",         "asdfghjkl",
      "zxcvbn",        "zxcvbnm",        "1q2w3e",     "1q2w3e4r",   "1q2w3e4r5t",   "1qaz2wsx",     "qazwsx",
      "q1w2e3r4",      "abc123",         "abcd",       "abcdef",     "iloveyou",     "ichliebedich", "loveme",
      "lovely",        "love",           "liebe",      "monkey",     "dragon",       "tiger",        "lion",
      "eagle",         "falcon",         "phoenix",    "panther",    "wolf",         "butterfly",    "dolphin",
      "horse",         "kitty",          "hello",      "hallo",      "hallowelt",    "helloworld",   "freedom",
      "whatever",      "trustno1",       "trustnoone", "sunshine",   "sonnenschein", "sunflower",    "shadow",
      "rainbow",       "flower",         "princess",   "prinzessin", "prince",       "queen",        "king",
      "angel",         "engel",          "devil",      "heaven",     "football",     "fussball",     "baseball",
      "basketball",    "soccer",         "hockey",     "tennis",     "golf",         "hunter",       "ranger",
      "ninja",         "samurai",        "warrior",    "killer",     "superman",     "batman",       "spiderman",
      "ironman",       "starwars",       "startrek",   "pokemon",    "pikachu",      "naruto",       "mustang",
      "ferrari",       "porsche",        "mercedes",   "corvette",   "harley",       "yamaha",       "honda",
      "toyota",        "michael",        "jennifer",   "jordan",     "michelle",     "charlie",      "thomas",
      "robert",        "daniel",         "andrew",     "joshua",     "matthew",      "anthony",      "william",
      "nicole",        "jessica",        "ashley",     "amanda",     "samantha",     "hannah",       "maggie",
      "ginger",        "pepper",         "cookie",     "cheese",     "chocolate",    "schokolade",   "banana",
      "orange",        "apple",          "cherry",     "peanut",     "coffee",       "kaffee",       "whiskey",
      "summer",        "sommer",         "winter",     "spring",     "autumn",       "herbst",       "fruehling",
      "january",       "januar",         "february",   "februar",    "march",        "maerz",        "april",
      "june",          "juni",           "july",       "juli",       "august",       "september",    "october",
      "oktober",       "november",       "december",   "dezember",   "monday",       "montag",       "tuesday",
      "dienstag",      "wednesday",      "mittwoch",   "thursday",   "donnerstag",   "friday",       "freitag",
      "saturday",      "samstag",        "sunday",     "sonntag",    "computer",     "internet",     "google",
      "facebook",      "youtube",        "twitter",    "linkedin",   "microsoft",    "windows",      "android",
      "samsung",       "iphone",         "server",     "network",    "system",       "database",     "oracle",
      "backup",        "test",           "testing",    "tester",     "demo",         "sample",       "example",
      "company",       "firma",          "office",     "business",   "manager",      "employee",     "mitarbeiter",
      "london",        "paris",          "berlin",     "hamburg",    "muenchen",     "munich",       "vienna",
      "wien",          "zurich",         "zuerich",    "newyork",    "chicago",      "boston",       "dallas",
      "houston",       "phoenix",        "austin",     "denver",     "seattle",      "america",      "deutschland",
      "germany",       "england",        "austria",    "schweiz",    "arsenal",      "liverpool",    "chelsea",
      "manchester",    "barcelona",      "madrid",     "bayern",     "dortmund",     "schalke",      "juventus",
      "yankees",       "lakers",         "cowboys",    "steelers",   "eagles",       "packers",      "rangers",
      "giants",        "redsox",         "blink182",   "metallica",  "nirvana",      "slipknot",     "beatles",
      "eminem",        "michaeljackson", "guitar",     "music",      "musik",        "player",       "gamer",
      "gaming",        "minecraft",      "fortnite",   "matrix",     "merlin",       "gandalf",      "hogwarts",
      "harrypotter",   "familie",        "family",     "mother",     "father",       "mutter",       "vater",
      "daddy",         "mommy",          "baby",       "babygirl",   "sweetheart",   "schatz",       "liebling",
      "darling",       "friend",         "friends",    "freund",     "forever",      "together",     "blessed",
      "jesus",         "christ",         "god",        "allah",      "heaven",       "money",        "dollar",
      "million",       "diamond",        "golden",     "silver",     "black",        "white",        "purple",
      "green",         "yellow",         "blue",       "red123",     "fuckyou",      "asshole",      "bitch",
      "sexy",          "pussy",          "biteme",     "nothing",    "something",    "anything",     "unknown",
      "mypassword",    "newpassword",    "mypass",     "pass",       "enter",        "open",         "start",
      "begin",         "hacker",         "security",   "sicherheit", "safety",       "private",
  };
  return words;
}

}  // namespace waymark::identity
