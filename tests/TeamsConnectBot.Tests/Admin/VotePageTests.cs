using TeamsConnectBot.FirstUse;

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
        await World.WriteAsync(async db =>
        {
            await db.FirstUses.ExecuteDeleteAsync();
            db.FirstUses.Add(new FirstUseRow
            {
                Id = Guid.CreateVersion7(World.Clock.Now), Body = FirstUseBody.Vote, AskedAt = Instant.FromUtc(2026, 2, 23, 10, 30),
                Approved = false,
            });
            await db.SaveChangesAsync();
        });
        var page = await admin.OpenAsync("/admin");
        await World.WriteAsync(db => db.FirstUses.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Approved, row => isRunning ? null : false)));

        var refused = await admin.SubmitAsync(page, "handler=Vote", ("workingTime", "true"));

        Assert.That((await admin.OpenAsync(refused.Location!)).Text, Does.Contain(says));
    }
}
