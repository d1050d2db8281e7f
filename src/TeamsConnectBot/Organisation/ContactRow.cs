
namespace TeamsConnectBot.Organisation;

/// <summary>A contact as a form's row holds it: text, right or wrong, so that nothing typed is lost.</summary>
internal sealed record ContactRow(string Name, string NameEn, string Reach, string ReachEn)
{
    public const int Longest = 120;

    public static ContactRow Empty { get; } = new("", "", "", "");

    public bool IsEmpty => Fields.All(one => one.Text.Length == 0);

    /// <summary>Each field, and whether a contact can't do without it.</summary>
    public IReadOnlyList<(string Field, string Text, bool IsNeeded)> Fields =>
        [("name", Name, true), ("nameEn", NameEn, false), ("reach", Reach, true), ("reachEn", ReachEn, false)];

    public static ContactRow Of(HumanContactOptions contact) => new(contact.Name, contact.NameEn, contact.Reach, contact.ReachEn);

    public HumanContactOptions ToContact() => new() { Name = Name, NameEn = NameEn, Reach = Reach, ReachEn = ReachEn };

    /// <summary>The rows of a form, in which each field comes as a list of its own.</summary>
    public static IReadOnlyList<ContactRow> Read(string?[] names, string?[] namesEn, string?[] reaches, string?[] reachesEn)
    {
        static string At(string?[] values, int index) => values.ElementAtOrDefault(index)?.Trim() ?? "";
        var rows = new[] { names, namesEn, reaches, reachesEn }.Max(values => values.Length);
        return [.. Enumerable.Range(0, rows).Select(row => new ContactRow(At(names, row), At(namesEn, row), At(reaches, row), At(reachesEn, row)))];
    }

    /// <summary>What is wrong with a field, as a key of the page's texts; null when nothing is.</summary>
    public static string? Problem((string Field, string Text, bool IsNeeded) field) => field switch
    {
        { IsNeeded: true, Text: "" } => $"contacts.missing.{field.Field}",
        { Text.Length: > Longest } => "contacts.long",
        _ => field.Text.Any(char.IsControl) ? "contacts.oneLine" : null,
    };
}
