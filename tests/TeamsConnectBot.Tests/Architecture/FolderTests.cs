using System.Reflection;
using System.Text.RegularExpressions;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Sandbox;

namespace TeamsConnectBot.Tests.Architecture;

/// <summary>Folders depend only downwards, in the order that docs/architecture.md gives.</summary>
internal sealed partial class FolderTests
{
    public static IEnumerable<Assembly> Projects =>
        [typeof(ServiceHost).Assembly, typeof(MatchingRules).Assembly, typeof(BotOptions).Assembly, typeof(SandboxServer).Assembly];

    [TestCaseSource(nameof(Projects))]
    public void Folders_OfAProject_DependOnlyDownwards(Assembly project) =>
        Assert.That(new FolderDependencies(project).Cycles(), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void Folders_InTheDocumentedOrder_UseOnlyFoldersListedBelow(Assembly project)
    {
        var dependencies = new FolderDependencies(project);
        var listed = FoldersInDocument(project.GetName().Name!);

        Assert.That(listed, Is.EquivalentTo(dependencies.Folders), "each folder has one row in docs/architecture.md");
        Assert.That(
            from folder in listed
            from other in dependencies.UsedBy(folder)
            where listed.IndexOf(other.Key) < listed.IndexOf(folder)
            select $"{folder} uses {other.Key}, which is listed above it, in {string.Join(", ", other.Value.Take(4))}",
            Is.Empty);
    }

    // The table under the project's heading, from the top layer down.
    private static List<string> FoldersInDocument(string project)
    {
        var document = File.ReadAllText(Repository.PathOf("docs/architecture.md"));
        var section = Regex.Match(document, $@"^## `src/{Regex.Escape(project)}`.*?(?=^## |\z)",
            RegexOptions.Multiline | RegexOptions.Singleline);
        return [.. FolderRow().Matches(section.Value).Select(row => row.Groups["folder"].Value)];
    }

    [GeneratedRegex(@"^\| `(?<folder>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex FolderRow();
}
