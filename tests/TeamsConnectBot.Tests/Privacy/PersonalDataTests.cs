using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Tests.Privacy;

internal sealed class PersonalDataTests
{
    [Test]
    public void EveryColumn_StandsInTheRegisterOnce()
    {
        using var db = Context();

        Assert.That(RegisterCheck.UndeclaredIn(db.Model), Is.Empty);
        Assert.That(RegisterCheck.Declared, Is.Unique);
        Assert.That(RegisterCheck.Declared, Is.SubsetOf(RegisterCheck.ColumnsOf(db.Model)), "a column that is no more still stands in the register");
    }

    [Test]
    public void Column_NobodyDeclared_IsFound()
    {
        using var db = new DbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").UseModel(WithMood()).Options);

        Assert.That(RegisterCheck.UndeclaredIn(db.Model), Is.EqualTo(new[] { "Participants.Mood" }));
    }

    [Test]
    public void EveryColumn_StandsInTheDocument_AsTheRegisterSaysIt()
    {
        var document = File.ReadAllText(Path.Combine(Repository(), "docs", "what-we-store.md"));
        var missing = RegisterDocument.Lines().Where(line => !document.Contains(line, StringComparison.Ordinal)).ToList();

        Assert.That(missing, Is.Empty, string.Join('\n', RegisterDocument.Lines()));
    }

    [Test]
    public void Document_HasNoLineTheRegisterDoesNotKnow()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository(), "docs", "what-we-store.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.That(lines, Is.SubsetOf(RegisterDocument.Lines()));
    }

    [Test]
    public void Secrets_AreNotExported_AndEverythingElseThatIsPersonalIs()
    {
        var left = PersonalData.Tables.SelectMany(table => table.Columns.Where(column => !column.IsExported).Select(column => $"{table.Name}.{column.Name}"));

        Assert.That(left, Is.EquivalentTo(new[] { "Connections.OpenerId", "Connections.MovingId", "Members.Nonce", "Invitations.Nonce", "NotWith.OtherKey", "InteractionWatches.ClientState", "Participants.Nonce" }));
    }

    private static ConnectDb Context() => new(new DbContextOptionsBuilder<ConnectDb>().UseSqlite("Data Source=:memory:").Options);

    private static Microsoft.EntityFrameworkCore.Metadata.IModel WithMood()
    {
        var builder = new ModelBuilder();
        builder.Entity("Person", person =>
        {
            person.ToTable("Participants");
            person.Property<string>("PersonId");
            person.HasKey("PersonId");
            person.Property<string>("Mood");
        });
        return builder.FinalizeModel();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsConnectBot.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
