using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Organisation;

/// <summary>The national help lines that are shipped, as contacts in both languages.</summary>
internal static class NationalLines
{
    public static IReadOnlyList<HumanContactOptions> All { get; } =
    [
        .. Texts.For("nl").People.National.Zip(Texts.For("en").People.National, (nl, en) => new HumanContactOptions
        {
            Name = nl.Name, NameEn = en.Name, Reach = nl.Reach, ReachEn = en.Reach,
        }),
    ];

    /// <summary>The rows of a form, with the lines that were ticked in it, by their place in <see cref="All"/>.</summary>
    public static IReadOnlyList<HumanContactOptions> Ticked(IReadOnlyList<HumanContactOptions> rows, IEnumerable<int> ticked) =>
    [
        .. rows, .. ticked.Distinct().Where(index => index >= 0 && index < All.Count).Select(index => All[index])
            .Where(line => !IsIn(rows, line)),
    ];

    public static bool IsIn(IEnumerable<HumanContactOptions> rows, HumanContactOptions line) => rows.Any(row => row.Name == line.Name);
}
