using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>A channel's settings: the time zone of what people type, and the language of announcements.</summary>
internal sealed class SpaceSettingsTests : ChannelTests
{
    [Test]
    public async Task Zone_Initially_IsThatOfTheFirstSpeaker() =>
        Assert.That(
            await World.SayAsync(World.Member, "ritueel tijdzone"), Does.Contain("Tijden hier gelden voor Amsterdam").And.Contain("07:00"));

    [TestCase("ritueel tijdzone Londen", "Europe/London")]
    [TestCase("ritual timezone new york", "America/New_York")]
    [TestCase("ritual time zone Europe/Lisbon", "Europe/Lisbon")]
    [TestCase("ritueel tijdzone US/Eastern", "America/New_York")]
    public async Task Zone_SetByCityOrId_AppliesToNewRituals(string typed, string zone)
    {
        await World.SayAsync(World.Owner, typed);
        await World.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");

        Assert.That((await World.RitualsAsync()).Single().Plan.Zone, Is.EqualTo(zone));
    }

    [Test]
    public async Task Zone_Changed_LeavesExistingRitualsAlone()
    {
        await World.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await World.SayAsync(World.Owner, "ritueel tijdzone Londen");

        Assert.That(await World.SayAsync(World.Owner, "ritueel toon vrijdagkoffie"), Does.Contain("15:30–16:00 (Amsterdam)"));
        await World.SayAsync(World.Owner, "ritueel verplaats vrijdagkoffie naar elke donderdag 15:30");
        await World.ClickAsync(World.Owner, "ritual.confirm");
        Assert.That((await World.RitualsAsync()).Single().Plan.At, Is.EqualTo(new LocalTime(15, 30)));
    }

    [TestCase("naar 16:30", "ritual.option1")]
    [TestCase("naar 16:30", "ritual.option2")]
    [TestCase("naar vrijdag 16:30", "ritual.option1")]
    [TestCase("naar vrijdag 16:30", "ritual.option2")]
    [TestCase("naar elke vrijdag 16:30", null)]
    public async Task Zone_Changed_IsThatOfATimeTypedToMoveAnExistingRitual(string target, string? option)
    {
        await PlanBeforeAChangeOfZoneAsync();
        await World.SayAsync(World.Owner, $"ritueel verplaats vrijdagkoffie {target}");
        if (option is not null)
        {
            await World.ClickAsync(World.Owner, option);
        }

        await World.ClickAsync(World.Owner, "ritual.confirm");

        // Half past four in London.
        Assert.That(await NextAsync(), Is.EqualTo(RitualWorld.InstantAt(3, 6, 17, 30)));
    }

    [TestCase("ritual.option1", 5)]
    [TestCase("ritual.option2", 5)]
    public async Task Zone_Changed_IsNotThatOfTheRitualsOwnTime(string option, int day)
    {
        await PlanBeforeAChangeOfZoneAsync();
        await World.SayAsync(World.Owner, "ritueel verplaats vrijdagkoffie naar donderdag");
        await World.ClickAsync(World.Owner, option);
        await World.ClickAsync(World.Owner, "ritual.confirm");

        Assert.That(await NextAsync(), Is.EqualTo(RitualWorld.InstantAt(3, day, 15, 30)));
    }

    [Test]
    public async Task Zone_Changed_NamesTheCityOfAMovedOccurrence()
    {
        await PlanBeforeAChangeOfZoneAsync();

        Assert.That(
            await World.SayAsync(World.Owner, "ritueel verplaats vrijdagkoffie eenmalig naar 16:30"),
            Does.Contain("vr 6 mrt 15:30 wordt vr 6 mrt 17:30 (Amsterdam)"));
    }

    [Test]
    public async Task Zone_Changed_IsNotThatOfTheFormOfAnExistingRitual()
    {
        await PlanBeforeAChangeOfZoneAsync();
        await World.SayAsync(World.Owner, "ritueel verplaats vrijdagkoffie voortaan een uur later");
        await World.ClickAsync(World.Owner, "ritual.openForm");
        await World.ClickAsync(World.Owner, "ritual.form", new JsonObject { ["ritualMinutes"] = "45" });
        await World.ClickAsync(World.Owner, "ritual.confirm");

        Assert.That(await NextAsync(), Is.EqualTo(RitualWorld.InstantAt(3, 6, 16, 30)));
    }

    [Test]
    public async Task Zone_AmbiguousOrUnknown_IsAskedAbout()
    {
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel tijdzone bru"), Does.Contain("Welke plaats bedoel je?").Or.Contain("Brussels"));
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel tijdzone Zwarnofel"), Does.Contain("Dat begrijp ik nog niet").And.Contain("Londen"));
    }

    [TestCase("ritueel tijdzone Londen")]
    [TestCase("ritueel voorstel tijdzone Londen")]
    [TestCase("ritual propose time zone London")]
    [TestCase("ritueel voorstel taal Engels")]
    [TestCase("stel taal Engels voor")]
    [TestCase("ritual propose language English")]
    [TestCase("ritueel voorstel haal hierheen")]
    [TestCase("ritual propose bring here")]
    [TestCase("ritueel voorstel afspraken stemmen")]
    [TestCase("propose agreements vote")]
    public async Task OwnersDecision_ByAMember_IsRefused(string typed)
    {
        Assert.That(await World.SayAsync(World.Member, typed), Does.Contain("eigenaren van het team"));

        var space = await World.World.ReadAsync(db => db.Spaces.SingleAsync(row => row.ConversationId == World.Channel.ConversationId));
        Assert.That((space.Zone, space.Language), Is.EqualTo(("Europe/Amsterdam", "nl")));
        Assert.That(await World.World.ReadAsync(db => db.Proposals.CountAsync(row => row.SpaceId == space.Id)), Is.Zero);
    }

    [Test]
    public async Task LanguageAndZone_NotToldWhenTheBotWasAdded_AreThoseOfTheFirstSpeaker()
    {
        var channel = World.Tenant.Spaces.AddTeam("Zuid", [World.Owner], [.. World.World.People]);
        channel.Installed = true;
        World.UseChannel(channel);
        await World.Sandbox.Channel.SendAsync(channel, World.Owner, Activities.MembersAdded(), null, default);
        await World.World.Clock.QuietAsync(default);
        Assert.That(await SettingsAsync(), Is.EqualTo(("", "")));

        await World.SayAsync(World.Member, "ritueel tijdzone");
        Assert.That(await SettingsAsync(), Is.EqualTo(("nl", "Europe/Amsterdam")));

        await World.SayAsync(World.Owner, "ritueel taal Engels");
        await World.SayAsync(World.Owner, "ritueel tijdzone Londen");
        await World.SayAsync(World.Member, "ritueel tijdzone");
        Assert.That(await SettingsAsync(), Is.EqualTo(("en", "Europe/London")));
    }

    [Test]
    public async Task Language_OfAChannel_AppliesToAnnouncementsNotReplies()
    {
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel taal Engels"), Does.Contain("Wat ik hier uit mezelf schrijf: Engels").And.Contain(
                "krijgt antwoord in de taal waarin Teams bij diegene staat"));
        await World.SayAsync(World.Member, "ritueel voorstel wandelen elke woensdag 12:30");
        await World.ClickAsync(World.Member, "ritual.confirm");

        Assert.That(World.Texts[^1], Does.Contain("What do you think?"));
        Assert.That(await World.SayAsync(World.Owner, "ritueel taal Klingon"), Does.Contain("Dat begrijp ik nog niet"));
    }

    private async Task<(string Language, string Zone)> SettingsAsync()
    {
        var space = await World.World.ReadAsync(db => db.Spaces.SingleAsync(row => row.ConversationId == World.Channel.ConversationId));
        return (space.Language, space.Zone);
    }

    private async Task PlanBeforeAChangeOfZoneAsync()
    {
        await World.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await World.SayAsync(World.Owner, "ritueel tijdzone Londen");
    }

    private async Task<Instant?> NextAsync()
    {
        var plan = (await World.RitualsAsync()).Single().Plan;
        return World.World.Services.GetRequiredService<PlanTimes>().Next(plan, RitualWorld.InstantAt(3, 2, 7))?.Start;
    }
}
