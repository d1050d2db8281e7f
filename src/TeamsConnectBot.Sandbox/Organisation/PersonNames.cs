namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Names as in a Dutch organisation with international colleagues.</summary>
internal static class PersonNames
{
    private static readonly string[] DutchGiven =
    [
        "Anouk", "Bas", "Bram", "Carlijn", "Daan", "Eline", "Emma", "Femke", "Fleur", "Gijs", "Hanna", "Hugo", "Ilse", "Jasper", "Jeroen",
        "Joost", "Julia", "Karin", "Kees", "Lars", "Lieke", "Lotte", "Luuk", "Maaike", "Maarten", "Marieke", "Mark", "Merel", "Mila",
        "Niels", "Noor", "Pieter", "Renske", "Roos", "Ruben", "Sanne", "Sietske", "Sjoerd", "Sofie", "Stijn", "Teun", "Thijs", "Tess",
        "Tim", "Willemijn", "Wouter", "Yvonne", "Zoë",
    ];

    private static readonly string[] DutchFamily =
    [
        "Bakker", "Bos", "Bosma", "de Boer", "de Bruin", "de Graaf", "de Groot", "de Haan", "de Jong", "de Vries", "de Wit", "Dekker",
        "Dijkstra", "Hendriks", "Hoekstra", "Jansen", "Kok", "Koster", "Kuiper", "Meijer", "Mulder", "Peeters", "Peters", "Postma",
        "Prins", "Schouten", "Smit", "ten Brink", "van Beek", "van Dam", "van den Berg", "van der Linden", "van der Meer", "van Dijk",
        "van Leeuwen", "van 't Hof", "Veenstra", "Verhoeven", "Vermeulen", "Visser", "Vos", "Willems",
    ];

    private static readonly string[] OtherGiven =
    [
        "Adunni", "Aisha", "Amir", "Ana", "Björn", "Chloé", "David", "Deepa", "Elif", "Emre", "Fatima", "Giulia", "Grace", "Hamza", "Ines",
        "Ivan", "James", "Katarzyna", "Kofi", "Lukas", "Mehmet", "Meera", "Michał", "Nadia", "Naveen", "Olivia", "Omar", "Priya", "Rafael",
        "Ravi", "Samira", "Siobhán", "Sven", "Tomáš", "Wei", "Yusuf", "Zeynep",
    ];

    private static readonly string[] OtherFamily =
    [
        "Achterberg-Nowak", "Adeyemi", "Agarwal", "Aydın", "Becker", "Bianchi", "Bouzid", "Chen", "Costa", "Demir", "Dubois", "El Amrani",
        "Fernández", "Fischer", "García", "Haddad", "Iyer", "Johnson", "Kamara", "Kaya", "Kowalski", "Kumar", "Lindqvist", "Mensah",
        "Müller", "Novák", "O'Brien", "Okafor", "Patel", "Pereira", "Rossi", "Schneider", "Sharma", "Silva", "Smith", "Taylor", "Yılmaz",
    ];

    public static string Draw(ref SeededRandom random, bool local)
    {
        var (given, family) = random.Chance(local ? 0.84 : 0.12) ? (DutchGiven, DutchFamily) : (OtherGiven, OtherFamily);
        return $"{random.Pick(given)} {random.Pick(family)}";
    }
}
