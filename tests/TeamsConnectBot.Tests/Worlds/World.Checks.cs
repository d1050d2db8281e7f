using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>What holds at the end of every story.</summary>
internal sealed partial class World
{
    public void AssertSound()
    {
        var report = Report();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Tenant.Counters.Unexpected, Is.Empty, "The service made a request nobody expected.");
            Assert.That(Tenant.Remarks.All, Is.Empty, "Teams would show a message wrongly.");
            Assert.That(report.Doubled, Is.LessThanOrEqualTo(report.InDoubt), "Somebody got the same card twice, and no crash explains it.");
            Assert.That(report.Lost, Is.Zero, "A message was lost.");
            Assert.That(report.RevealedTooEarly, Is.Zero, "An invitation named a colleague.");
            Assert.That(report.Events, Is.EqualTo(report.LiveConnections), "Every connection has one event, and every event a connection.");
            Assert.That(Log.Lines.Where(NamesSomebody).Select(line => line.ToString()), Is.Empty, "The log names somebody.");
        }
    }

    /// <summary>What the service wrote down, compared with what people saw.</summary>
    public UnattendedReport Report()
    {
        observer.Look();
        return Scoreboard.Read(Database, Tenant, new AnswerCounts(), observer.Witness, TimeSpan.Zero, preNamedSeed: null);
    }

    private bool NamesSomebody(LogLine line)
    {
        var text = line.ToString();
        return Tenant.People.All.Any(person =>
            text.Contains(person.Name, StringComparison.OrdinalIgnoreCase) || text.Contains(person.UserPrincipalName, StringComparison.OrdinalIgnoreCase));
    }
}
