using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Tests.Rules;

internal sealed class DryRunLimitTests
{
    [Test]
    public async Task TooManyInAnHour_AreRefused_AndAnHourLaterNot()
    {
        await using var world = await OfficeWorld.StartAsync(people: 4);
        for (var run = 0; run < DryRun.MostAnHour; run++)
        {
            await world.Audit.AddAsync(world.AdminActor, AuditAction.DryRun, "x", "", default);
        }

        Assert.That((await world.Get<DryRun>().RunAsync(null, "everyone", world.AdminActor, null, default)).Refused, Is.EqualTo(DryRunRefusal.TooMany));
        await world.Inner.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.That((await world.Get<DryRun>().RunAsync(null, "everyone", world.AdminActor, null, default)).Refused, Is.EqualTo(DryRunRefusal.TooFewPeople));
    }
}
