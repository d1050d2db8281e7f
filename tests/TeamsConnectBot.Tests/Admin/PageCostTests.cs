using System.Text;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>What a page costs: its size, and how much it asks of the database when there are many people.</summary>
internal sealed class PageCostTests : AdminTests
{
    private const int LargestPage = 60_000;
    private const int ManyPeople = 10_000;
    private const int MostRows = 300;

    private static readonly string[] Pages =
    [
        "/admin", "/admin/rules", "/admin/rules/new", "/admin/rules/everybody", "/admin/rules/everybody/compare",
        "/admin/rules/everybody/try", "/admin/rules/everybody/trial", "/admin/approvals", "/admin/figures", "/admin/texts",
        "/admin/topics", "/admin/holidays", "/admin/contacts", "/admin/report", "/admin/log", "/admin/xyz",
    ];

    private readonly CommandCount count = new();
    private readonly RowCount rows = new();

    protected override void Services(IServiceCollection services) =>
        services.ConfigureDbContext<ConnectDb>(options => options.AddInterceptors(count, rows));

    [Test]
    public async Task EveryPage_OfAFullYear_HasLessThan60KB([Values("nl", "en")] string language)
    {
        await PublishYearAsync();
        var admin = await SignedInAsync(Admin, language);
        var sizes = new Dictionary<string, int>();
        foreach (var path in Pages)
        {
            sizes[path] = Encoding.UTF8.GetByteCount((await admin.OpenAsync(path)).Body);
        }

        await TestContext.Out.WriteLineAsync(string.Join('\n', sizes.Select(size => $"{size.Key}: {size.Value}")));
        Assert.That(sizes.Where(size => size.Value > LargestPage), Is.Empty);
    }

    [Test]
    public async Task EveryPage_WithTenThousandParticipants_SendsNoMoreCommandsThanWithNone_AndReadsFewRows()
    {
        var admin = await SignedInAsync(Admin);
        var before = await CommandsAsync(admin);
        await World.WriteAsync(db =>
        {
            db.Participants.AddRange(Enumerable.Range(0, ManyPeople).Select(index => new Participant
            {
                PersonId = $"p-{index:00000}", PoolId = "everyone", Name = $"Person {index}", Nonce = $"nonce-{index}",
                TeamsUserId = $"29:{index}", ServiceUrl = "x", Language = "nl", Zone = "Europe/Amsterdam", InstalledAt = Now,
                JoinedAt = Now,
            }));
            return Task.CompletedTask;
        });

        var after = await CommandsAsync(admin);
        var read = new Dictionary<string, int>();
        foreach (var path in Pages)
        {
            Task Open() => admin.OpenAsync(path);
            read[path] = Math.Min(await rows.DuringAsync(Open), await rows.DuringAsync(Open));
        }

        await TestContext.Out.WriteLineAsync(
            string.Join('\n', after.Select(page => $"{page.Key}: {page.Value} commands, {read[page.Key]} rows")));
        Assert.That(after.Where(page => page.Value > before[page.Key]), Is.Empty);
        Assert.That(after.Values, Is.All.LessThan(40));
        Assert.That(read.Where(page => page.Value > MostRows), Is.Empty);
        Assert.That(read.Values.Max(), Is.Positive, "nothing was counted");
    }

    private Instant Now => Instant.FromDateTimeOffset(World.Clock.Now);

    private async Task<Dictionary<string, int>> CommandsAsync(AdminBrowser admin)
    {
        var commands = new Dictionary<string, int>();
        foreach (var path in Pages)
        {
            // The first time, something may be read that is held in memory afterwards; and the service may do other work meanwhile.
            await admin.OpenAsync(path);
            Task Open() => admin.OpenAsync(path);
            commands[path] = Math.Min(await count.DuringAsync(Open), await count.DuringAsync(Open));
        }

        return commands;
    }

    private Task PublishYearAsync() => World.WriteAsync(async db =>
    {
        await db.Publications.ExecuteDeleteAsync();
        AggregateView[] views = [AggregateView.Invited, AggregateView.SaidYes, AggregateView.Met, AggregateView.WithoutGap];
        db.Publications.AddRange(
            from week in Enumerable.Range(1, 52)
            from view in views
            let monday = new LocalDate(2026, 3, 2).PlusWeeks(-week)
            select new PublicationRow
            {
                Id = Guid.CreateVersion7(World.Clock.Now.AddMilliseconds((100 * week) + (int)view)), View = view, Audience = "everyone",
                Period = monday, On = monday.PlusWeeks(2), Count = 3000 + week, Of = ManyPeople,
            });
    });
}
