using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>docs/behaviours.md describes the package versions in use, and the tests and files it names exist.</summary>
internal sealed partial class BehavioursTests
{
    private static readonly string[] Lines = Repository.ReadLines("docs", "behaviours.md");

    private const string PlaygroundFolder = "tests/TeamsConnectBot.Tests/Playground";

    // As the page calls it.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["@microsoft/m365agentsplayground"] = "Microsoft 365 Agents Playground",
    };

    [Test]
    public void Version_OfEachPackage_IsTheReferencedOne()
    {
        var referenced = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);
        foreach (var (name, version) in new[] { "src/TeamsConnectBot.Sandbox", PlaygroundFolder }.SelectMany(DependenciesIn))
        {
            referenced.TryAdd(Names.GetValueOrDefault(name, name), version);
        }

        var headings = Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        var described = headings.Select(line => Heading().Match(line)).Where(match => match.Success).ToList();
        var wrong =
            from match in described
            let name = match.Groups["name"].Value
            let version = match.Groups["version"].Value
            let used = match.Groups["net"].Success ? $"{Environment.Version}" : referenced.GetValueOrDefault(name)
            where version != used
            select $"{name}: {version}, but {used ?? "nothing"} is used";

        Assert.That(
            headings.Where(line => !Heading().IsMatch(line)), Is.All.Contains("(read: "), "every other heading names a version");
        Assert.That(described, Has.Count.GreaterThanOrEqualTo(12));
        Assert.That(
            wrong, Is.Empty,
            "These have another version now. Review their rows in docs/behaviours.md, then change the version in the heading.");
    }

    [Test]
    public void LastColumn_NamesTestsAndFilesThatExist()
    {
        var named = Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')[^2])
            .SelectMany(cell => Code().Matches(cell).Select(match => match.Groups[1].Value)).Distinct().ToList();
        var tests = string.Join(
            '\n',
            Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.That(named, Has.Count.GreaterThan(30));
        Assert.That(
            named.Where(
                name =>
                    name.Contains('.', StringComparison.Ordinal)
                        ? !File.Exists(Repository.PathOf(name))
                        : !tests.Contains($" {name}(", StringComparison.Ordinal)),
            Is.Empty);
    }

    private static IEnumerable<(string Name, string Version)> DependenciesIn(string folder) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf(folder, "package.json")))!["dependencies"]!.AsObject()
            .Select(package => (package.Key, (string)package.Value!));

    [GeneratedRegex(@"^## (?<name>.+) \((?<version>[\d.]+)(?<net>, part of \.NET)?\)")]
    private static partial Regex Heading();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
