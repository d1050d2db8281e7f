using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Tests.Processes;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>Backup and restore by the commands of docs/backup.md, on both databases, and what a restored database repeats.</summary>
[TestFixture(false, TestName = "SQLite")]
[TestFixture(true, TestName = "PostgreSQL")]
internal sealed class BackupTests(bool postgres)
{
    private static readonly TimeSpan AfterRound = TimeSpan.FromHours(2);

    // Cards lose their buttons when the round is settled, so invitations are counted before that.
    private static readonly TimeSpan StillOpen = TimeSpan.FromHours(3);
    private static readonly TimeSpan AfterSettling = TimeSpan.FromHours(30);
    private static readonly TimeSpan WeekLater = TimeSpan.FromDays(7) + AfterRound;

    [Test]
    public async Task Backup_TakenWhileTheServiceWrites_CanBeRestored()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await Task.WhenAll(service.AdvanceAsync(TimeSpan.FromMinutes(-1)), service.BackUpAsync());

        await service.RestoreAsync();
        await service.StartServiceAsync();
        await service.AdvanceAsync(AfterRound);

        Assert.That(OfficeTenant.Invitations(service.Tenant), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Restored_AfterTheRoundWasHeld_InvitesNobodyTwice_AndHoldsTheNextRound()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.BackUpAsync();
        await service.AdvanceAsync(AfterRound);
        await service.RestoreAsync();

        var (code, output) = await service.RunRestoredAsync();
        await service.RunRestoredAsync();
        await service.StartServiceAsync();
        await service.AdvanceAsync(StillOpen);
        var sameWeek = OfficeTenant.Invitations(service.Tenant).ToList();
        await service.AdvanceAsync(WeekLater);

        Assert.That(code, Is.Zero, output);
        Assert.That(sameWeek, Is.All.EqualTo(1));
        Assert.That(OfficeTenant.Invitations(service.Tenant), Is.All.EqualTo(2));
    }

    [Test]
    public async Task Restore_WithoutTheCommandRestored_InvitesEverybodyAgain()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.BackUpAsync();
        await service.AdvanceAsync(AfterRound);
        await service.RestoreAsync();
        await service.StartServiceAsync();
        await service.AdvanceAsync(AfterRound + TimeSpan.FromHours(1));

        Assert.That(OfficeTenant.Invitations(service.Tenant), Is.All.EqualTo(2), "as docs/backup.md warns");
    }

    [Test]
    public async Task Restored_WithTheMomentBeforeTheRound_HoldsIt()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.BackUpAsync();
        await service.RestoreAsync();
        service.Tenant.Tenant.Clock.AdvanceTo(OfficeTenant.RoundStarts + AfterRound);

        var (code, output) = await service.RunRestoredAsync("--last-ran=2026-03-02T08:45:00+01:00");
        await service.StartServiceAsync();
        await service.AdvanceAsync(AfterRound + TimeSpan.FromMinutes(30));

        Assert.That(code, Is.Zero, output);
        Assert.That(OfficeTenant.Invitations(service.Tenant), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Restored_AfterTheRoundWasSettled_MakesNoOtherPairsTellsNobody_AndPutsEveryYesFirst()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.AdvanceAsync(AfterRound + TimeSpan.FromHours(8), new SimulatedPeople(service.Tenant, new Habits { Yes = 1 }));
        await service.BackUpAsync();
        await service.AdvanceAsync(AfterSettling);
        var (events, messages) = (service.Tenant.Tenant.Calendar.Live.Count, Messages(service));
        await service.RestoreAsync();

        var (code, output) = await service.RunRestoredAsync();
        await service.StartServiceAsync();
        await service.AdvanceAsync(AfterSettling + TimeSpan.FromHours(2));
        var turns = await service.Rows.ReadAsync(db => db.Participants.Select(person => person.TurnsLeftOut).ToListAsync(), default);

        Assert.That(events, Is.Positive, "without pairs this shows nothing");
        Assert.That(code, Is.Zero, output);
        Assert.That(service.Tenant.Tenant.Calendar.Live, Has.Count.EqualTo(events));
        Assert.That(Messages(service), Is.EqualTo(messages));
        Assert.That(turns, Is.Not.Empty.And.All.EqualTo(1));
    }

    [Test]
    public async Task Restored_WithInvitationsThatWaitedForTeams_DoesNotSendThemAgain()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        using (service.Tenant.Faults.Refuse("/teams/*", 429, "600"))
        {
            await service.AdvanceAsync(TimeSpan.FromMinutes(2));
            await service.BackUpAsync();
        }

        await service.AdvanceAsync(AfterRound);
        var sent = OfficeTenant.Invitations(service.Tenant).ToList();
        await service.RestoreAsync();

        await service.RunRestoredAsync();
        await service.StartServiceAsync();
        await service.AdvanceAsync(AfterRound + TimeSpan.FromHours(2));

        Assert.That(sent, Is.All.EqualTo(1));
        Assert.That(OfficeTenant.Invitations(service.Tenant), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Restored_WhileTheRoundIsOpen_LetsPeopleAnswerAgain()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.AdvanceAsync(AfterRound);
        await service.BackUpAsync();
        await service.AdvanceAsync(AfterRound + TimeSpan.FromHours(8), new SimulatedPeople(service.Tenant, new Habits { Yes = 1 }));
        var answered = OfficeTenant.Invitations(service.Tenant).Sum();
        await service.RestoreAsync();

        await service.RunRestoredAsync();
        await service.StartServiceAsync();
        await service.AdvanceAsync(AfterRound + TimeSpan.FromHours(9));

        Assert.That(answered, Is.Zero, "cards that show a yes have no button for it");
        Assert.That(OfficeTenant.Invitations(service.Tenant), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Restored_WithAMeetingToCome_EditsItsCardsToWhatIsKnown()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.AdvanceAsync(AfterSettling, new SimulatedPeople(service.Tenant, new Habits { Yes = 1 }));
        await service.BackUpAsync();
        await service.RestoreAsync();
        var edited = Edits(service);

        await service.RunRestoredAsync();
        await service.StartServiceAsync();
        await service.AdvanceAsync(AfterSettling + TimeSpan.FromMinutes(30));

        Assert.That(service.Tenant.Tenant.Calendar.Live, Is.Not.Empty, "without meetings this shows nothing");
        Assert.That(Edits(service), Is.GreaterThan(edited));
    }

    [Test]
    public async Task Restored_WhileTheServiceStillRuns_InvitesNobodyTwice_AndTheNextRoundIsHeld()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.AdvanceAsync(AfterRound);

        var (code, output) = await service.RunRestoredAsync();
        await service.AdvanceAsync(StillOpen);
        var sameWeek = OfficeTenant.Invitations(service.Tenant).ToList();
        await service.AdvanceAsync(WeekLater);

        Assert.That(code, Is.Zero, output);
        Assert.That(sameWeek, Is.All.EqualTo(1));
        Assert.That(OfficeTenant.Invitations(service.Tenant), Is.All.EqualTo(1), "those of the first round have closed");
    }

    [Test]
    public async Task Restored_WithTheListOfErasedPeople_ErasesThemAgainUnlessTheyHadJoinedAgain()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        var (leaver, rejoined) = (service.Tenant.Tenant.People.All[0], service.Tenant.Tenant.People.All[1]);
        await service.Tenant.Teams.UninstallAsync(rejoined);
        await service.AdvanceAsync(TimeSpan.FromMinutes(-25));
        await service.Tenant.Teams.InstallAsync(rejoined);
        await service.AdvanceAsync(TimeSpan.FromMinutes(-20));
        await service.BackUpAsync();
        await service.Tenant.Teams.UninstallAsync(leaver);
        await service.AdvanceAsync(TimeSpan.FromMinutes(-10));
        await service.WriteListOfErasedAsync();
        await service.RestoreAsync();

        var (code, output) = await service.RunRestoredAsync($"--erased={service.ListOfErased}");
        await service.StartServiceAsync();
        var left = await service.Rows.ReadAsync(db => db.Participants.Select(person => person.PersonId).ToListAsync(), default);

        Assert.That(code, Is.Zero, output);
        Assert.That(left, Has.Member(rejoined.ObjectId.ToString()).And.None.EqualTo(leaver.ObjectId.ToString()));
    }

    [Test]
    public async Task Restored_WithAListAndABackupOlderThanItsKey_SaysThatNobodyCanBeRecognised()
    {
        await using var service = await BackedUpService.StartAsync(postgres);
        await service.Rows.RunAsync(db => db.Keys.Where(key => key.Name == "welcomed").ExecuteDeleteAsync(), default);
        await service.WriteListOfErasedAsync();
        await service.BackUpAsync();
        await service.RestoreAsync();

        var (code, output) = await service.RunRestoredAsync($"--erased={service.ListOfErased}");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("nobody on it can be recognised. Leave --erased out").And.Contain("Nothing was changed."));
    }

    [Test]
    public async Task Restored_WithoutABackupInTheDatabase_SaysSo()
    {
        await using var service = await BackedUpService.StartAsync(postgres, withPeople: false);
        await service.LeaveDatabaseAsync();

        var (code, output) = await service.RunRestoredAsync();

        Assert.That(code, Is.EqualTo(1));
        Assert.That(
            output, Does.Contain("is not there, or is empty; restore the backup into it first").And.Contain("Nothing was changed."));
    }

    [Test]
    public async Task Restored_WithWrongArguments_SaysWhatIsRightAndChangesNothing()
    {
        await using var service = await BackedUpService.StartAsync(postgres, withPeople: false);
        await service.StopServiceAsync();
        await File.WriteAllTextAsync(service.ListOfErased, "a colleague\n");

        var (code, output) = await service.RunRestoredAsync(
            "--last-ran=yesterday", $"--erased={service.ListOfErased}", "--lastran=now");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("--last-ran is 'yesterday'; give a moment with its offset, such as 2026-03-02T10:00:00+01:00.")
            .And.Contain("There is no option '--lastran'").And.Contain("line 1 of").And.Contain("Nothing was changed."));
        Assert.That(BackupPage.RestoredArguments(), Is.EqualTo(new[] { "--erased", "--last-ran" }));
    }

    private static int Edits(BackedUpService service) =>
        service.Tenant.Tenant.Chats.All.Sum(chat => chat.Messages.Count(message => message.EditedAt is not null));

    private static int Messages(BackedUpService service) =>
        service.Tenant.Tenant.Chats.All.Sum(chat => chat.Messages.Count(message => message.FromBot));
}
