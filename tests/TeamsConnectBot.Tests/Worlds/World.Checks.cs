using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Invariants that must hold at the end of every test.</summary>
internal sealed partial class World
{
    public void AssertSound()
    {
        var report = Report();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Tenant.Counters.Unexpected, Is.Empty, "The service made a request that the Sandbox does not know.");
            Assert.That(Tenant.Remarks.All, Is.Empty, "Teams would render a message incorrectly.");
            Assert.That(
                report.Doubled, Is.LessThanOrEqualTo(report.InDoubt), "Somebody got the same card twice without a crash to explain it.");
            Assert.That(report.Lost, Is.Zero, "A message was lost.");
            Assert.That(report.RevealedTooEarly, Is.Zero, "An invitation named a colleague before both had said yes.");
            Assert.That(report.Events, Is.EqualTo(report.LiveConnections), "Connections and calendar events must correspond one to one.");
            Assert.That(Log.Lines.Where(NamesSomebody).Select(line => line.ToString()), Is.Empty, "A log line names a person.");
        }
    }

    /// <summary>Compares what the service recorded with what people saw.</summary>
    public UnattendedReport Report()
    {
        observer.Observe();
        return Scoreboard.Read(Database, Tenant, new AnswerCounts(), observer.Witness, TimeSpan.Zero, preNamedSeed: null);
    }

    private bool NamesSomebody(LogLine line)
    {
        var text = line.ToString();
        return Tenant.People.All.Any(person =>
            text.Contains(person.Name, StringComparison.OrdinalIgnoreCase)
            || text.Contains(person.UserPrincipalName, StringComparison.OrdinalIgnoreCase));
    }
}
