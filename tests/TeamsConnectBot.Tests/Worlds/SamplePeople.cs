using System.Collections.Immutable;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Made-up employees: half of them read Dutch, all share one office and time zone, and none manages another.</summary>
internal static class SamplePeople
{
    private static readonly string[] Names =
    [
        "Aafke Terpstra", "Brian Whitfield", "Corrie van Dongen", "Deborah Okafor", "Evert Hoogland", "Fiona Macrae",
        "Geert-Jan Oosterhuis", "Hannah Sotheby", "Ineke Brouwershof", "James Pemberton", "Karel Dijkgraaf", "Leila Farrokhzad",
        "Marijke Zonneveld", "Nathan Blackwood", "Okke Wiersinga", "Priya Raghunathan", "Quirijn Halbertsma", "Rosalind Achebe",
        "Sjoerd Feenstra", "Tobias Lindqvist", "Ursula Paardekooper", "Victor Montague", "Willemijn Kooistra", "Xavier Delacroix",
        "Ynske Hoekstra", "Zachary Thornbury", "Anneloes Rietveld", "Bertram Ashdown", "Cathelijne Moerman", "Dominic Fairweather",
    ];

    private static readonly string[] Departments = ["Research", "Sales", "Finance", "Operations", "Legal"];

    /// <summary>The pool's host: the only person an invitation may name. The host does not take part.</summary>
    public static Person Host { get; } = Make("host", "Mirjam Gastvrij", "nl-NL", "Facilities");

    /// <param name="count">How many people; from the 31st on, first names are reused with another surname.</param>
    /// <param name="change">Adjusts a person, given their index.</param>
    public static ImmutableArray<Person> Of(int count, Func<Person, int, Person>? change = null) =>
        [.. Enumerable.Range(0, count).Select(index => change?.Invoke(At(index), index) ?? At(index))];

    private static Person At(int index) =>
        Make($"p{index:D2}", NameOf(index), index % 2 == 0 ? "nl-NL" : "en-GB", Departments[index % Departments.Length]);

    private static string NameOf(int index) =>
        index < Names.Length
            ? Names[index]
            : Names[index % Names.Length] + "-" + Names[(index + (index / Names.Length)) % Names.Length].Split(' ')[^1];

    private static Person Make(string id, string name, string language, string department)
    {
        var address = name.ToLowerInvariant().Replace(' ', '.') + "@" + MailAddresses.Domain;
        return new Person
        {
            Id = id,
            ObjectId = NameBasedGuid.Of(id),
            Name = name,
            UserPrincipalName = address,
            Mail = address,
            Department = department,
            Office = "Utrecht",
            Language = language,
            Zone = "Europe/Amsterdam",
        };
    }
}
