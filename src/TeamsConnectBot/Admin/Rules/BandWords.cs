using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>The AI-use bands as users type them: in the page's words in either language, or by their name in JSON.</summary>
internal static class BandWords
{
    public static IReadOnlyList<string> All { get; } = ["some", "mostDays", "nearlyEveryDay"];

    /// <summary>The band's name in JSON; other text stays as typed.</summary>
    public static string Read(string typed)
    {
        var words = typed.Trim();
        return All.FirstOrDefault(band => Each(band).Any(known => known.Equals(words, StringComparison.OrdinalIgnoreCase))) ?? words;
    }

    /// <summary>The band in the page's words; other text stays as typed.</summary>
    public static string Show(PageTexts t, string band) => t.Find("band." + Read(band)) ?? band;

    private static string[] Each(string band) => [band, PageTexts.For("nl")["band." + band], PageTexts.For("en")["band." + band]];
}
