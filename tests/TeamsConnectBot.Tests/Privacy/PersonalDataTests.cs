using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Privacy;

internal sealed class PersonalDataTests
{
    private static string[] Document => Repository.ReadLines("docs", "what-we-store.md");

    [Test]
    public void EveryColumn_IsInTheRegisterOnce()
    {
        using var db = Context();

        Assert.That(RegisterCheck.UndeclaredIn(db.Model), Is.Empty);
        Assert.That(RegisterCheck.Declared, Is.Unique);
        Assert.That(
            RegisterCheck.Declared, Is.SubsetOf(RegisterCheck.ColumnsOf(db.Model)), "the register lists a column that no longer exists");
    }

    [Test]
    public void UndeclaredColumn_IsFound()
    {
        using var db = new DbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").UseModel(WithMood()).Options);

        Assert.That(RegisterCheck.UndeclaredIn(db.Model), Is.EqualTo(new[] { "Participants.Mood" }));
    }

    [Test]
    public void EveryColumn_IsInTheDocument_AsTheRegisterDescribesIt()
    {
        Assert.That(RegisterDocument.Lines().Except(Document), Is.Empty, string.Join('\n', RegisterDocument.Lines()));
    }

    [Test]
    public void Document_HasNoLineThatIsNotInTheRegister()
    {
        Assert.That(Document.Where(line => line.StartsWith("| `", StringComparison.Ordinal)), Is.SubsetOf(RegisterDocument.Lines()));
    }

    [Test]
    public void Export_LeavesOutOnlySecretsOtherPeoplesIdsAndWhatWouldTellOfOthers()
    {
        var notExported = Register.Tables
            .SelectMany(table => table.Columns.Where(column => !column.IsExported).Select(column => $"{table.Name}.{column.Name}"));

        Assert.That(notExported, Is.EquivalentTo(new[]
        {
            "Connections.OpenerId", "Connections.MovingId", "Members.Nonce", "Invitations.Nonce", "NotWith.OtherKey",
            "InteractionWatches.ClientState", "Participants.Nonce",
            "HelpRequests.Nonce", "HelpRequests.Waves", "HelpRequests.WavesSent", "HelpRequests.HelperId", "HelpRequests.IsReported",
            "HelpOffers.Nonce", "HelpOffers.RequestId", "HelpOffers.Wave",
        }));
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
}
