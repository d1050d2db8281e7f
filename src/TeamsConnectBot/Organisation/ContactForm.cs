namespace TeamsConnectBot.Organisation;

/// <summary>Contacts as text fields in a form, valid or not, so that nothing a user typed is lost.</summary>
internal static class ContactForm
{
    public const int Longest = 120;

    extension(HumanContactOptions contact)
    {
        public bool IsEmpty => contact.Fields.All(one => one.Text.Length == 0);

        /// <summary>Each field, and whether it is required.</summary>
        public IReadOnlyList<(string Field, string Text, bool IsNeeded)> Fields =>
        [
            ("name", contact.Name, true), ("nameEn", contact.NameEn, false),
            ("reach", contact.Reach, true), ("reachEn", contact.ReachEn, false),
        ];
    }

    /// <summary>Reads the rows of a form, which sends each field as a separate list.</summary>
    public static IReadOnlyList<HumanContactOptions> Read(string?[] names, string?[] namesEn, string?[] reaches, string?[] reachesEn)
    {
        static string At(string?[] values, int row) => values.ElementAtOrDefault(row)?.Trim() ?? "";
        var rows = new[] { names, namesEn, reaches, reachesEn }.Max(values => values.Length);
        return [.. Enumerable.Range(0, rows).Select(row => new HumanContactOptions
        {
            Name = At(names, row), NameEn = At(namesEn, row), Reach = At(reaches, row), ReachEn = At(reachesEn, row),
        })];
    }

    /// <summary>The problem with a field, as a key of the page's texts; null when there is none.</summary>
    public static string? Problem((string Field, string Text, bool IsNeeded) field) => field switch
    {
        { IsNeeded: true, Text: "" } => $"contacts.missing.{field.Field}",
        { Text.Length: > Longest } => "contacts.long",
        _ => field.Text.Any(char.IsControl) ? "contacts.oneLine" : null,
    };
}
