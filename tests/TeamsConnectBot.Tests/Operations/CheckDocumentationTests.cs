using System.Reflection;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>docs/troubleshooting.md has a row for everything <c>check</c> can say, under the heading its results link to.</summary>
internal sealed class CheckDocumentationTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "troubleshooting.md"));

    /// <summary>Entra's codes for which there is a remedy.</summary>
    public static IEnumerable<string> EntraCodes => PageTexts.For(PageTexts.Default).Keys
        .Where(key => key.StartsWith("remedy.AADSTS", StringComparison.Ordinal)).Select(key => key["remedy.".Length..]);

    private static IReadOnlyList<Finding> Findings =>
    [
        .. typeof(Finding).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("TeamsConnectBot.Operations", default) is true)
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(member => member.GetValue(null)).OfType<Finding>(),
        .. EntraCodes.Select(code => EntraFindings.Of(code)!),
    ];

    [Test]
    public void Findings_AllStandOnThePage()
    {
        Assert.That(Findings, Has.Count.GreaterThan(70));
        Assert.That(Findings.Select(Row).Where(row => !Page.Contains(row)), Is.Empty, "docs/troubleshooting.md lacks these rows");
    }

    [Test]
    public void Page_DescribesNoFindingThatIsGone()
    {
        var rows = Findings.Select(Row).ToHashSet(StringComparer.Ordinal);
        var section = Page.SkipWhile(line => line != "## What `check` says")
            .TakeWhile(line => line == "## What `check` says" || !line.StartsWith("## ", StringComparison.Ordinal));

        Assert.That(
            section.Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(mark => mark == '|') == 4)
                .Where(line => !rows.Contains(line)),
            Is.Empty);
    }

    private static string Row(Finding finding) =>
        $"| `{finding.Id}` | {finding.Says} | {(finding.State is CheckState.Wrong ? "" : $"*{Word(finding.State)}* ")}{finding.Fix} |";

    private static string Word(CheckState state) => state is CheckState.NotTried ? "not tried" : "warning";
}
