using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>docs/behaviours.md describes the package versions in use, and the tests and files it names exist.</summary>
internal sealed partial class BehavioursTests
{
    private static readonly string[] Lines = Repository.ReadLines("docs", "behaviours.md");

    [Test]
    public void Version_OfEachPackage_IsTheReferencedOne()
    {
        var referenced = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!);
        var page = JsonNode.Parse(
            File.ReadAllText(Repository.PathOf("src", "TeamsConnectBot.Sandbox", "package.json")))!["dependencies"]!.AsObject();
        foreach (var (name, version) in page)
        {
            referenced.TryAdd(name, (string)version!);
        }

        var described = Lines.Select(line => Heading().Match(line)).Where(match => match.Success)
            .Select(match => (Name: match.Groups[1].Value, Version: match.Groups[2].Value))
            .Where(package => referenced.ContainsKey(package.Name)).ToList();

        Assert.That(described, Has.Count.GreaterThanOrEqualTo(9));
        Assert.That(
            described.Where(package => referenced[package.Name] != package.Version), Is.Empty,
            "These packages have another version now. Review their rows in docs/behaviours.md, then change the version in the heading.");
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

    [GeneratedRegex(@"^## (\S+) \(([\d.]+)\)")]
    private static partial Regex Heading();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
