using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>The AI-use bands as people write them: in the page's words, of either language, or as the rule's file has them.</summary>
internal static class BandWords
{
    public static IReadOnlyList<string> All { get; } = ["some", "mostDays", "nearlyEveryDay"];

    /// <summary>The name in a rule's file; what is no band stays as it was typed.</summary>
    public static string Read(string typed)
    {
        var words = typed.Trim();
        return All.FirstOrDefault(band => Each(band).Any(known => known.Equals(words, StringComparison.OrdinalIgnoreCase))) ?? words;
    }

    /// <summary>In the page's words; what is no band stays as it was typed.</summary>
    public static string Show(PageTexts t, string band) => t.Find("band." + Read(band)) ?? band;

    private static IEnumerable<string> Each(string band) =>
        [band, PageTexts.For("nl")["band." + band], PageTexts.For("en")["band." + band]];
}
