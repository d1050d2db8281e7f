using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Tests.UserActions;

/// <summary>People who uninstall or block the app during a round: nobody waits for them, and none of their data remains.</summary>
internal sealed class LeavingTests : WorldTests
{
    [Test]
    public async Task Uninstall_BeforeSettling_RemovesThePersonFromTheRound()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        await world.SayYesAsync(world.People.Take(2));
        await world.Server.Teams.UninstallAsync(world.People[0]);
        await world.SayYesAsync(world.People[2]);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);

        Assert.That(world.PartnersOf(world.People[1]), Is.EqualTo(new[] { world.People[2] }));
        Assert.That(DatabaseSearch.Count(world.Database, world.People[0]), Is.Zero);
    }

    [Test]
    public async Task Uninstall_BeforeTheMeetingWasArranged_TellsThePartnerNoMoreThanThatNobodyWasFound()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        using (world.Faults.Refuse("/v1.0/users/*/events", 503))
        {
            await world.SettleAsync();
            var waiting = await HeldAsync(world, world.People[1]);
            Assert.That(waiting["Connections"].Rows.Concat(waiting["Members"].Rows), Is.Empty);
            Assert.That(waiting["Invitations"].Rows.Single()["State"], Is.EqualTo(InvitationState.Settling), "nothing is arranged yet");
            Assert.That(waiting["Invitations"].Rows.Single()["ConnectionId"], Is.Null);

            await world.Server.Teams.UninstallAsync(world.People[0]);
            await world.QuietAsync();
        }

        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("The times couldn't be combined"));
        var held = await HeldAsync(world, world.People[1]);
        Assert.That(held["Connections"].Rows.Concat(held["Members"].Rows), Is.Empty);
        Assert.That(held["Invitations"].Rows.Single()["State"], Is.EqualTo(InvitationState.LeftOut));
        Assert.That(held["Invitations"].Rows.Single()["ConnectionId"], Is.Null);
    }

    [Test]
    public async Task Uninstall_AfterTheAnnouncement_TellsThePartnerItIsOffWithoutAReason()
    {
        var (world, leaver, partner) = await AnnouncedAsync();
        await world.Server.Teams.UninstallAsync(leaver);
        await world.QuietAsync();

        Assert.That(world.CardOf(partner).Text, Does.Contain("It's off this time").And.Not.Contain(leaver.Name));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(DatabaseSearch.Count(world.Database, leaver), Is.Zero);
    }

    [Test]
    public async Task Uninstall_ThenReinstall_StartsAfreshWithoutASecondWelcome()
    {
        var (world, leaver, _) = await AnnouncedAsync();
        await world.Server.Teams.UninstallAsync(leaver);
        await world.QuietAsync();
        var before = world.MessagesTo(leaver).Count;
        await world.Server.Teams.InstallAsync(leaver);
        await world.QuietAsync();
        Assert.That(world.MessagesTo(leaver), Has.Count.EqualTo(before), "an erased person has been welcomed before");

        await world.Server.Teams.SayAsync(leaver, "meedoen");
        await world.QuietAsync();
        Assert.That(world.CardOf(leaver).Has("join"), Is.True);
        Assert.That((string?)world.CardOf(leaver).Inputs()["allowGaps"], Is.EqualTo("false"));
    }

    [Test]
    public async Task Uninstall_ThenAClickOnAnOldCard_IsNoError()
    {
        var (world, leaver, _) = await AnnouncedAsync();
        var old = world.CardOf(leaver);
        await world.Server.Teams.UninstallAsync(leaver);
        await world.QuietAsync();
        var answer = await world.TapAsync(leaver, old, "connection.cantMakeIt");
        await world.QuietAsync();

        Assert.That(answer.Ok, Is.True, answer.Message);
        Assert.That(answer.CardJson, Does.Not.Contain("It's"));
    }

    [Test]
    public async Task Blocked_BeforeTheInvitation_IsNotInvitedAndNobodyWaits()
    {
        var world = await StartAsync(3);
        await world.JoinAllAsync();
        await world.Server.Teams.BlockAsync(world.People[0]);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        await world.SayYesAsync(world.People.Skip(1));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);

        await world.SettleAsync();
        Assert.That(world.Now, Is.EqualTo(World.At(IsoDayOfWeek.Tuesday, 12)), "unreachable people are not waited for");
        Assert.That(world.PartnersOf(world.People[1]), Is.EqualTo(new[] { world.People[2] }));
    }

    [Test]
    public async Task Blocked_BeforeTheAnnouncement_LeavesNoPartnerWaiting()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.YesAsync(world.People[0]);
        await world.Server.Teams.BlockAsync(world.People[0]);
        await world.SayYesAsync(world.People[1]);
        await world.SettleAsync();

        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("It's off this time").Or.Contain("The times couldn't be combined"));
    }

    [Test]
    public async Task Blocked_BeforeTheReminder_TellsThePartnerInTime()
    {
        var (world, leaver, partner) = await AnnouncedAsync();
        await world.Server.Teams.BlockAsync(leaver);
        await world.UntilAsync(world.EventOf(partner).Start - Duration.FromMinutes(20));

        Assert.That(world.CardOf(partner).Text, Does.Contain("It's off this time"));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task Blocked_BeforeTheFollowUp_ChangesNothingForThePartner()
    {
        var (world, leaver, partner) = await AnnouncedAsync();
        var start = world.EventOf(partner).Start;
        await world.UntilAsync(start);
        await world.Server.Teams.BlockAsync(leaver);
        await world.UntilAsync(start + Duration.FromHours(1));

        Assert.That(world.CardOf(partner).Has("didYouMeet.yes"), Is.True);
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stop_AfterTheMeeting_IsAskedNothing()
    {
        var (world, leaver, partner) = await AnnouncedAsync();
        var end = world.EventOf(leaver).End;
        await world.UntilAsync(end + Duration.FromMinutes(5));
        await world.Server.Teams.SayAsync(leaver, "stop");
        await world.QuietAsync();
        var before = world.MessagesTo(leaver).Count;
        await world.UntilAsync(end + Duration.FromHours(1));

        Assert.That(world.MessagesTo(leaver), Has.Count.EqualTo(before));
        Assert.That(world.CardOf(partner).Has("didYouMeet.yes"), Is.True);
    }

    [Test]
    public async Task Unblocked_AndWritesToTheBot_TakesPartAgain()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        await world.Server.Teams.BlockAsync(world.People[0]);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        Assert.That(world.HasButton(world.People[0], "invitation.yes"), Is.False);

        await world.Server.Teams.UnblockAsync(world.People[0]);
        await world.Server.Teams.SayAsync(world.People[0], "hulp");
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        Assert.That(world.CardOf(world.People[0]).Has("invitation.yes"), Is.True);
    }

    private async Task<(World World, Person Leaver, Person Partner)> AnnouncedAsync()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        return (world, world.People[0], world.People[1]);
    }

    // What the service holds about a person, as in their export.
    private static Task<Dictionary<string, PersonalRows>> HeldAsync(World world, Person person)
    {
        var services = world.Service.Services;
        return services.GetRequiredService<Database>().ReadAsync(
            async db =>
            {
                var rows = new Dictionary<string, PersonalRows>();
                foreach (var table in services.GetServices<PersonalTable>())
                {
                    rows[table.Name] = await table.FindAsync(db, $"{person.ObjectId}", default);
                }

                return rows;
            },
            default);
    }
}
