using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>Nobody is bothered who does not want to be, at an hour that does not suit, or by somebody who forges a click.</summary>
internal sealed class HelpPromisesTests : WorldTests
{
    [Test]
    public async Task Question_PlannedForLater_IsNotSentToWhoeverSwitchedItOffOrWithdrewTheCalendar()
    {
        // With quiet hours until noon, the first wave is chosen in the morning and sent at noon.
        var world = await StartAsync(
            SamplePeople.Of(14), [.. HelpWorld.Settings, ("Programme:Pools:0:QuietHours", "18:00-12:00")]);
        await world.PrepareAsync();
        await world.AskAsync(world.People[0]);
        await world.WaveAsync(world.People[0], 0);
        var chosen = await world.ReadAsync(db => db.HelpOffers.Select(offer => offer.PersonId).ToListAsync());
        Assert.That(chosen, Has.Count.EqualTo(3));
        Assert.That(world.Asked(), Is.Empty);

        await world.WriteAsync(async db =>
        {
            (await db.Helpers.FindAsync(chosen[1]))!.Anything = false;
            (await db.Participants.FindAsync(chosen[2]))!.GapsAllowedAt = null;
        });
        await world.UntilAsync(IsoDayOfWeek.Monday, 12, 10);

        Assert.That(world.Asked().Select(HelpWorld.IdOf), Is.EqualTo(new[] { chosen[0] }));
    }

    [Test]
    public async Task ForgedThanks_BeforeTheMeetingIsOver_ReachNobody()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        var helper = await world.FindHelperAsync(asker);
        var row = (await world.QuestionOfAsync(asker))!;
        Assert.That(row.State, Is.EqualTo(HelpRequestState.Arranged));

        await world.SendAsync(asker, row, "help.helped", ("helped", "yes"));
        await world.SendAsync(asker, row, "help.thanks", ("words", "Wat een middag was dat"));

        Assert.That(world.MessagesTo(helper).Any(message => message.CardJson!.Contains("Wat een middag")), Is.False);
        Assert.That((await world.QuestionOfAsync(asker))!.Outcome, Is.Null);
    }

    [Test]
    public async Task Afterwards_ThanksComeInTheHelpersHours_AndWhatTheAskerSaidChangesNothingOfTheHelpers()
    {
        var world = await StartAsync(SamplePeople.Of(14), HelpWorld.Settings);
        await world.PrepareAsync();
        var (thankful, alone) = (world.People[0], world.People[1]);
        var helper = await world.FindHelperAsync(thankful, slot: "0");
        var other = await world.FindHelperAsync(alone, slot: "0");
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 22);

        await world.ClickAsync(alone, "help.helped", ("helped", "off"));
        var contact = await world.ReadAsync(db => db.Participants
            .Where(person => person.PersonId == HelpWorld.IdOf(other)).Select(person => person.LastContactAt).SingleAsync());
        Assert.That(contact, Is.Not.Null, "it would tell the helper what the asker answered");

        await world.ClickAsync(thankful, "help.helped", ("helped", "yes"));
        await world.SendAsync(
            thankful, (await world.QuestionOfAsync(thankful))!, "help.thanks", ("words", "Dank je, dit scheelt me een middag"));
        Assert.That(Thanks(), Is.Zero, "not at night");
        await world.UntilAsync(IsoDayOfWeek.Wednesday, 10);
        Assert.That(Thanks(), Is.EqualTo(1));

        int Thanks() => world.MessagesTo(helper).Count(message => message.CardJson!.Contains("scheelt me een middag"));
    }
}
