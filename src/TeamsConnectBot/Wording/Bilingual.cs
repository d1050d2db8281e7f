namespace TeamsConnectBot.Wording;

/// <summary>Something in Dutch and in English, by the code of the language.</summary>
internal static class Bilingual
{
    public static IReadOnlyDictionary<string, string> Text(string nl, string en) => Of(nl, en);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Words(IReadOnlyList<string> nl, IReadOnlyList<string> en) =>
        Of(nl, en);

    private static Dictionary<string, T> Of<T>(T nl, T en) => new(StringComparer.Ordinal) { ["nl"] = nl, ["en"] = en };
}
