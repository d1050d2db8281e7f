using Microsoft.AspNetCore.Mvc;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Pages.Rules;

/// <summary>Two versions of a rule, with the differences in plain words.</summary>
internal sealed class RuleCompareModel(RuleStore store) : AdminPageModel
{
    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int From { get; private set; }

    public int To { get; private set; }

    public IReadOnlyList<RuleVersion> Versions { get; private set; } = [];

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public IReadOnlyList<WiderUse> Wider { get; private set; } = [];

    public IEnumerable<(string Label, Rule Rule)> Both => Versions.Where(version => version.Number == From || version.Number == To)
        .OrderBy(version => version.Number).Select(version => (Label(version), version.Rule));

    public async Task<IActionResult> OnGetAsync(string id, int? from, int? to, CancellationToken cancellationToken)
    {
        Versions = await store.VersionsAsync(id, cancellationToken);
        if (Versions.Count == 0)
        {
            return NotFound();
        }

        var newer = Find(to) ?? Versions[0];
        var older = Find(from) ?? Versions.ElementAtOrDefault(1) ?? newer;
        (Id, Name, From, To) = (id, newer.Rule.Name.In(T.Language), older.Number, newer.Number);
        Changes = RuleDifference.Between(older.Rule, newer.Rule);
        Wider = DataUse.Widens(older.Rule, newer.Rule);
        return Page();
    }

    public string Label(RuleVersion version) => Label(T, version);

    public static string Label(PageTexts t, RuleVersion version) => version.AuthorId == ShippedRules.Author
        ? t.Say("compare.shipped", version.Number) : t.Say("compare.version", version.Number, Dates.Day(t, version.At));

    private RuleVersion? Find(int? number) => Versions.FirstOrDefault(version => version.Number == number);
}
