using System.Text.RegularExpressions;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Architecture;

/// <summary>
/// A feature registers its own commands, cards, tables and retention, so that deleting its folder and its line in
/// <c>ServiceHost.cs</c> removes it. Check-ins are the example.
/// </summary>
internal sealed partial class FeatureTests
{
    private const string Folder = "CheckIns";

    // The figures and the report show check-ins as one optional section.
    private static readonly string AdminPages = Path.Combine("Admin", "Pages") + Path.DirectorySeparatorChar;

    private static readonly string Service = Repository.PathOf("src", "TeamsConnectBot");

    [Test]
    public void CheckIns_AreNamedOnlyByServiceHostAndTheAdminPages()
    {
        var namedBy = SourceFiles().Where(file => !IsIn(file, Folder + Path.DirectorySeparatorChar) && !IsIn(file, AdminPages))
            .Where(file => NamesCheckIns().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Service, file));

        Assert.That(namedBy, Is.EqualTo(new[] { "ServiceHost.cs" }), "a type of a removable feature is used outside its folder");
    }

    [Test]
    public void CheckIns_AreAddedByOneLineOfServiceHost()
    {
        var lines = File.ReadAllLines(Path.Combine(Service, "ServiceHost.cs"))
            .Where(line => line.Contains(Folder, StringComparison.Ordinal));

        Assert.That(
            lines.Select(line => line.Trim()),
            Is.EqualTo(new[] { $"using TeamsConnectBot.{Folder};", "services.AddCheckIns(configuration);" }));
    }

    [Test]
    public void CheckIns_DeclareTheirOwnTables()
    {
        var elsewhere = SourceFiles()
            .Where(file => !IsIn(file, Folder + Path.DirectorySeparatorChar) && !IsIn(file, Path.Combine("Data", "Migrations")))
            .Where(
                file =>
                    File.ReadAllText(file) is var text && (text.Contains("\"CheckInsAnswered\"") || text.Contains("\"CheckInCounts\"")));

        Assert.That(elsewhere, Is.Empty);
        Assert.That(Register.Tables.Select(table => table.Name), Does.Contain("CheckInsAnswered"));
        Assert.That(Register.OtherColumns.Select(columns => columns.Table), Does.Contain("CheckInCounts"));
        Assert.That(Register.Categories.SelectMany(category => category.Holds), Does.Contain("CheckInsAnswered"));
    }

    private static bool IsIn(string file, string folder) =>
        Path.GetRelativePath(Service, file).StartsWith(folder, StringComparison.Ordinal);

    private static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Service, "*.cs*", SearchOption.AllDirectories)
        .Where(file => !IsIn(file, "bin") && !IsIn(file, "obj"));

    // A using directive or a qualified name; without one of them a file cannot use a type of another namespace.
    [GeneratedRegex(@"(?<![\w.])(?:TeamsConnectBot\.)?CheckIns\s*[.;]|\busing\s+(?:static\s+)?TeamsConnectBot\.CheckIns\b")]
    private static partial Regex NamesCheckIns();
}
