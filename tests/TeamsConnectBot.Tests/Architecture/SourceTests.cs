using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Architecture;

/// <summary>Style rules that analyzers cannot enforce, checked in all C# of the repository.</summary>
internal sealed partial class SourceTests
{
    private const int Columns = 140;

    private static readonly IReadOnlyList<string> Files =
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")),
    ];

    [Test]
    public void Lines_OfCode_FitInTheirColumns() => Assert.That(
        from file in Files
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > Columns
        select $"{file}:{line.Number} has {line.Text.Length} columns, more than {Columns}",
        Is.Empty);

    [Test]
    public void Types_OfTheSolution_HaveDistinctNames() => Assert.That(
        Files.SelectMany(file => TypeDeclaration().Matches(File.ReadAllText(file))
            .Select(match => (Name: match.Groups["name"].Value, File: file)))
            .Where(type => type.Name != "Program")
            .GroupBy(type => type.Name, type => type.File)

            // The parts of a partial class lie side by side.
            .Where(type => type.Distinct().Select(PartOf).Distinct().Count() > 1)
            .Select(type => $"{type.Key} is declared in {string.Join(" and ", type.Distinct())}"),
        Is.Empty);

    [Test]
    public void LoggerMessages_AreDeclaredInOneStyle() => Assert.That(
        from file in Files
        let text = File.ReadAllText(file)
        where text.Contains("[LoggerMessage(", StringComparison.Ordinal) && file != ThisFile
        where LoggerMessage().Count(text) != OneStyle().Count(text)
            || !text.Contains("private static partial class Log", StringComparison.Ordinal)
        select $"{file}: use [LoggerMessage(LogLevel.…, \"…\")] in a nested 'private static partial class Log'",
        Is.Empty);

    private static string ThisFile { get; } = Repository.PathOf("tests", "TeamsConnectBot.Tests", "Architecture", "SourceTests.cs");

    private static string PartOf(string file) => Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Split('.')[0]);

    [GeneratedRegex(
        @"^(?:(?:public|internal|static|sealed|abstract|partial|readonly|ref|file) )+"
        + @"(?:class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\[LoggerMessage\(")]
    private static partial Regex LoggerMessage();

    [GeneratedRegex(@"\[LoggerMessage\(\s*LogLevel\.\w+,\s*""")]
    private static partial Regex OneStyle();
}
