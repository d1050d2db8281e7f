using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Opening a vote on the overview page, and why it is refused.</summary>
internal sealed class VotePageTests : AdminTests
{
    protected override Dictionary<string, string> Settings() => new() { ["FirstUse:AgreedBy"] = "", ["FirstUse:Body"] = "Vote" };

    [TestCase("en", false, "There was a vote less than 30 days ago. Another one is possible from 26 March 2026.")]
    [TestCase("nl", false, "Er is minder dan 30 dagen geleden gestemd. Een nieuwe stemming kan vanaf 26 maart 2026.")]
    [TestCase("en", true, "A vote is open already.")]
    [TestCase("nl", true, "Er loopt al een stemming.")]
    public async Task Vote_TooSoonAfterAnother_IsRefusedSayingFromWhen(string language, bool isRunning, string says)
    {
        var admin = await SignedInAsync(Admin, language);
        await HoldVoteAsync(approved: false);
        var page = await admin.OpenAsync("/admin");
        await World.WriteAsync(db => db.FirstUses.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Approved, row => isRunning ? null : false)));

        var refused = await admin.SubmitAsync(page, "handler=Vote", ("workingTime", "true"));

        Assert.That((await admin.OpenAsync(refused.Location!)).Text, Does.Contain(says));
    }

    // With too few votes or a tie the app stays in use although the participants did not decide it.
    [TestCase("en", "After the vote of 28 February 2026 the app is in use.")]
    [TestCase("nl", "Na de stemming van 28 februari 2026 is de app in gebruik.")]
    public async Task Vote_AfterWhichTheAppIsInUse_IsNotCalledTheParticipantsAgreement(string language, string says)
    {
        var admin = await SignedInAsync(Admin, language);
        await HoldVoteAsync(approved: true);

        Assert.That((await admin.OpenAsync("/admin")).Text, Does.Contain(says));
        Assert.That((await admin.OpenAsync("/admin/report")).Text, Does.Contain(says));
    }

    [TestCase("en", "Stopped by the participants' vote")]
    [TestCase("nl", "Gestopt door de stemming van de deelnemers")]
    public async Task Report_AfterAVoteStoppedEverything_SaysThatTheVoteDid(string language, string says)
    {
        await HoldVoteAsync(approved: false);
        await World.WriteAsync(db => World.Services.GetRequiredService<EverythingStop>()
            .StopAsync(db, SecretVote.Together, isOfTheStaff: true, default));

        var report = await (await SignedInAsync(Admin, language)).OpenAsync("/admin/report");
        await World.WriteAsync(db => db.Stops.ExecuteDeleteAsync());

        Assert.That(report.Text, Does.Contain(says));
    }

    private Task HoldVoteAsync(bool approved) => World.WriteAsync(async db =>
    {
        await db.FirstUses.ExecuteDeleteAsync();
        db.FirstUses.Add(new FirstUseRow
        {
            Id = Guid.CreateVersion7(World.Clock.Now), Body = FirstUseBody.Vote, AskedAt = Instant.FromUtc(2026, 2, 23, 10, 30),
            DecidedAt = Instant.FromUtc(2026, 2, 28, 10, 30), Approved = approved,
        });
        await db.SaveChangesAsync();
    });
}
