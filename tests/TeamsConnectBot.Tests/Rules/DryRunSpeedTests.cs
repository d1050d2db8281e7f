using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Tests.Rules;

internal sealed class DryRunSpeedTests
{
    [Test]
    [Explicit("Takes minutes, mostly to make up ten thousand people; the dry-run itself must take 30 s at most on two cores that do nothing else.")]
    public async Task TenThousandPeople_AreTriedWithin30Seconds()
    {
        await using var world = await OfficeWorld.StartAsync(people: 4, change: _ => GeneratedOrganisation.Create(10_000, seed: 7));
        await world.Inner.WriteAsync(db =>
        {
            var joined = NodaTime.Instant.FromUtc(2026, 2, 1, 0, 0);
            db.Participants.AddRange(world.Inner.People.Select(person => new Participant
            {
                PersonId = person.ObjectId.ToString(), PoolId = "everyone", Name = person.Name, Mail = person.Mail, Nonce = "n", TeamsUserId = person.TeamsId,
                ServiceUrl = "https://example.org", Language = "nl", Zone = person.Zone, InstalledAt = joined, JoinedAt = joined, GapsAllowedAt = joined,
            }));
            return Task.CompletedTask;
        });

        var report = await world.Get<DryRun>().RunAsync(OfficeWorld.Plain() with { Order = 1, When = new Threshold(Measure.RemoteShare, 40) }, "everyone", world.AdminActor, null, default);

        await TestContext.Progress.WriteLineAsync($"{report.Seconds:0.0} s, {report.Draft}, published {report.Published}, {report.GraphCalls} calls");
        Assert.That((report.Refused, report.Draft!.Audience.Least), Is.EqualTo(((DryRunRefusal?)null, 7500)).Or.EqualTo(((DryRunRefusal?)null, 10_000)));
        Assert.That(report.Seconds, Is.LessThanOrEqualTo(30));
    }
}
