using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Architecture;

/// <summary>
/// A feature registers its own commands, cards, tables and retention, so that deleting its folder and its line in
/// <c>ServiceHost.cs</c> removes it. Check-ins are the example.
/// </summary>
internal sealed class FeatureTests
{
    private const string Feature = "CheckIns";

    // The figures and the report show check-ins as one optional section.
    private static readonly string[] AdminPages = ["Admin_Pages_Shared__CheckIns", "FiguresModel", "ReportModel"];

    private static readonly string Service = Repository.PathOf("src", "TeamsConnectBot");

    [Test]
    public void Types_OfARemovableFeature_AreUsedOnlyByItselfAndTheAdminPages()
    {
        var dependencies = new FolderDependencies(typeof(ServiceHost).Assembly);
        var users = from folder in dependencies.Folders
                    from other in dependencies.UsedBy(folder)
                    where other.Key == Feature
                    from type in other.Value
                    select type;

        Assert.That(users, Is.SubsetOf(AdminPages));
    }

    [Test]
    public void Feature_IsAddedByOneLineOfServiceHost() =>
        Assert.That(
            File.ReadLines(Path.Combine(Service, "ServiceHost.cs"))
                .Where(line => line.Contains(Feature, StringComparison.Ordinal)).Select(line => line.Trim()),
            Is.EqualTo(new[] { $"using TeamsConnectBot.{Feature};", $"services.Add{Feature}(configuration);" }));

    [TestCase("CheckInsAnswered")]
    [TestCase("CheckInCounts")]
    public void Table_OfARemovableFeature_IsNamedOnlyInItsFolderAndTheMigrations(string table)
    {
        var folders = Directory.EnumerateFiles(Service, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains($"\"{table}\"", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Service, Path.GetDirectoryName(file)!));

        Assert.That(folders.Distinct(), Is.EquivalentTo(new[] { Feature, Path.Combine("Data", "Migrations") }));
    }

    [Test]
    public void Feature_DeclaresWhatItStores()
    {
        Assert.That(Register.Tables.Select(table => table.Name), Does.Contain("CheckInsAnswered"));
        Assert.That(Register.OtherColumns.Select(columns => columns.Table), Does.Contain("CheckInCounts"));
        Assert.That(Register.Categories.SelectMany(category => category.Holds), Does.Contain("CheckInsAnswered"));
    }
}
