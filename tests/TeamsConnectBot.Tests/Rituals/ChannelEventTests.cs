using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Every row of docs/channel-events.md: the state after the event is compared with what the row says.</summary>
internal sealed class ChannelEventTests : ChannelEventFixture
{
    private static IEnumerable<TestCaseData> InATeam()
    {
        Case[] cases =
        [
            new("bot added to the team", Members("membersAdded", Bot), "teamMemberAdded", AllWaits, Nothing),
            new("bot added to the team", Members("membersAdded", Bot), null, AllWaits, Nothing),
            new(
                "bot allowed in one channel", Members("membersAdded", Bot), "channelMemberAdded", AllWaits,
                AllWaits with { SharedWaits = false }),
            new("bot removed from the team", Members("membersRemoved", Bot), "teamMemberRemoved", Nothing, AllWaits),
            new("bot removed from the team", Members("membersRemoved", Bot), null, Nothing, AllWaits),
            new("bot no longer allowed in one channel", Members("membersRemoved", Bot), "channelMemberRemoved", Nothing, SharedWaits),
            new("somebody joins the team", Members("membersAdded", "29:new"), "teamMemberAdded", AllWaits, AllWaits),
            new("somebody joins one channel", Members("membersAdded", "29:new"), "channelMemberAdded", AllWaits, AllWaits),
            new("somebody leaves the team", Leaver(), "teamMemberRemoved", Nothing, Nothing with { InGeneral = false, InShared = false }),
            new("somebody leaves the team", Leaver(), null, Nothing, Nothing with { InGeneral = false, InShared = false }),
            new("somebody leaves one channel", Leaver(), "channelMemberRemoved", Nothing, Nothing with { InShared = false }),
            new(
                "somebody leaves, without an Entra id", Unnamed(), "teamMemberRemoved", Nothing,
                Nothing with { InGeneral = false, InShared = false }, IsGone: true),
            new(
                "somebody leaves, without an Entra id", Unnamed(), "channelMemberRemoved", Nothing, Nothing with { InShared = false },
                IsGone: true),
            new("somebody leaves, without an Entra id", Unnamed(), "channelMemberRemoved", Nothing, Nothing),
            new("`channelCreated`", [], "channelCreated", Nothing, Nothing),
            new("`channelRenamed`", [], "channelRenamed", Nothing, Nothing),
            new("`channelDeleted`", [], "channelDeleted", Nothing, SharedWaits),
            new("`channelRestored`", [], "channelRestored", AllWaits, AllWaits with { SharedWaits = false }),
            new("`channelShared`", [], "channelShared", Nothing, Nothing),
            new("`channelUnshared`", [], "channelUnshared", Nothing, Nothing with { InShared = false }, IsGone: true),
            new("`channelUnshared`", [], "channelUnshared", Nothing, Nothing),
            new("`teamRenamed`", [], "teamRenamed", Nothing, Nothing),
            new("`teamArchived`", [], "teamArchived", Nothing, AllWaits),
            new("`teamUnarchived`", [], "teamUnarchived", AllWaits, Nothing),
            new("`teamDeleted`", [], "teamDeleted", Nothing, AllWaits),
            new("`teamHardDeleted`", [], "teamHardDeleted", Nothing, AllWaits),
            new("`teamRestored`", [], "teamRestored", AllWaits, Nothing),
            new("any other event", [], "channelPainted", Nothing, Nothing),
            new("`installationUpdate` `add` in a team or chat", Installation("add"), null, AllWaits, Nothing),
            new("`installationUpdate` `remove` in a team or chat", Installation("remove"), null, Nothing, AllWaits),
            new("`installationUpdate` `add-upgrade`", Installation("add-upgrade"), null, AllWaits, AllWaits),
            new("`installationUpdate` `remove-upgrade`", Installation("remove-upgrade"), null, Nothing, Nothing),
        ];
        return cases.Select(
            one => new TestCaseData(one).SetArgDisplayNames(one.Row, one.Event ?? "no event name", one.IsGone ? "gone" : ""));
    }

    // See ChatEventTests.
    private static readonly string[] OtherRows =
    [
        "bot added to a group chat", "bot removed from a group chat", "somebody leaves a group chat",
        "somebody is in their own chat", "bot added to somebody’s own chat", "somebody gone from their own chat",
        "bot removed from somebody’s own chat",
        "`installationUpdate` `add` in somebody’s own chat", "`installationUpdate` `remove` in somebody’s own chat",
    ];

    [Test]
    public void Rows_OfTheDocument_AllHaveACase()
    {
        var rows = Repository.ReadLines("docs", "channel-events.md")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim()).Where(cell => cell != "Teams tells").ToList();

        Assert.That(rows, Is.Unique);
        Assert.That(rows, Is.EquivalentTo(InATeam().Select(test => ((Case)test.Arguments[0]!).Row).Concat(OtherRows).Distinct()));
    }

    [TestCaseSource(nameof(InATeam))]
    public async Task Event_InATeam_DoesWhatTheTableSaysAndNothingMoreTheSecondTime(object row)
    {
        var example = (Case)row;
        await PlanAsync();
        await SetWaitingAsync(example.Before);
        if (example.IsGone)
        {
            RemoveMemberSilently();
        }

        await SendEventAsync(example);
        Assert.That(await OutcomeAsync(), Is.EqualTo(example.After));

        var messages = General.Messages.Count + Shared.Messages.Count;
        await SendEventAsync(example);
        Assert.That(await OutcomeAsync(), Is.EqualTo(example.After));
        Assert.That(General.Messages.Count + Shared.Messages.Count, Is.EqualTo(messages));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Bot_AddedToATeam_IsWelcomedOnceInTheLanguageOfTheInstallation(bool installationFirst)
    {
        var chat = Rituals.Tenant.Spaces.AddTeam(NextName("Team"), [Rituals.Owner], [.. Rituals.World.People]);
        chat.Installed = true;
        JsonObject[] told = [Members("membersAdded", Bot), Installation("add")];
        foreach (var activity in installationFirst ? told.Reverse() : told)
        {
            await SendAsync(chat, activity, null);
        }

        Assert.That(CardText.Of(chat.Messages.Single(message => message.FromBot).CardJson), Does.Contain("Rituelen voor dit team"));
        var space = await Rituals.World.ReadAsync(db => db.Spaces.SingleAsync(row => row.ConversationId == chat.ConversationId));
        Assert.That((space.Language, space.Zone), Is.EqualTo(("nl", "")));
    }

    private static JsonObject Unnamed() => Members("membersRemoved", "29:nobody-knows");

    private Task SetWaitingAsync(Outcome before) => Rituals.World.WriteAsync(async db =>
    {
        var now = NodaTime.Instant.FromDateTimeOffset(Rituals.World.Clock.Now);
        (await db.Spaces.SingleAsync(space => space.ConversationId == General.ConversationId)).LostAt = before.GeneralWaits ? now : null;
        (await db.Spaces.SingleAsync(space => space.ConversationId == Shared.ConversationId)).LostAt = before.SharedWaits ? now : null;
    });

    private void RemoveMemberSilently()
    {
        var group = Rituals.Tenant.Groups.Find(General.Team!.GroupId)!;
        Rituals.Tenant.Groups.Set(group with { Members = group.Members.Remove(Rituals.Member) });
    }

    private Task SendEventAsync(Case example) =>
        SendAsync(
            example.Event?.StartsWith("channel", StringComparison.Ordinal) == true ? Shared : General, example.Activity, example.Event);

    /// <param name="Row">The first cell of the row in the document.</param>
    /// <param name="Event">The name of the event; null where Teams gives none.</param>
    /// <param name="IsGone">Whether the member is no longer in the channel's member list.</param>
    private sealed record Case(string Row, JsonObject Activity, string? Event, Outcome Before, Outcome After, bool IsGone = false)
    {
        public override string ToString() => $"{Row} ({Event})";
    }
}
