using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The page's read requests.</summary>
internal static class ViewEndpoints
{
    private const int MostFound = 30;

    public static void MapViews(this RouteGroupBuilder api, SandboxTenant tenant, ISandboxControl control, AiWeekViews aiWeek)
    {
        var chairs = new ChairViews(tenant);
        var suggested = SuggestedPair.Of(tenant);
        var inEnglish = SuggestedPair.Seated(tenant, suggested, "en");
        var zone = tenant.People.All.CountBy(person => person.TimeZone.Id).MaxBy(count => count.Value).Key ?? "UTC";

        api.MapGet("/start", (string? lang) => new StartView(PageFiles.HasRenderer, lang == "en" ? inEnglish : suggested));

        api.MapGet("/people", (string? search) =>
        {
            var found = tenant.People.All.Where(person => Matches(person, search?.Trim() ?? "")).ToList();
            var people = found.Take(MostFound).Select(person => new { person.Id, person.Name, person.Department, person.Office });
            return Results.Ok(new { Total = found.Count, People = people });
        });

        api.MapGet("/view", (string left, string right, string? monday) =>
        {
            var version = tenant.Changes.Version;
            if (tenant.People.ById(left) is not { } first || tenant.People.ById(right) is not { } second)
            {
                return Results.NotFound();
            }

            control.SitDown([first, second]);
            LocalDate? day = LocalDatePattern.Iso.Parse(monday ?? "") is { Success: true } parsed ? parsed.Value : null;
            var totals = new TotalsView(
                tenant.People.All.Length, tenant.Chats.All.Count(chat => chat.Installed), tenant.Calendar.Live.Count);
            return Results.Ok(new PageView(
                version, control.Now, zone, control.NextHint, [chairs.Of(first, day), chairs.Of(second, day)],
                PageChannels.View(tenant), totals, aiWeek.Of()));
        });
    }

    private static bool Matches(Person person, string search) =>
        search.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => Has(person.Name, word) || Has(person.Department, word) || Has(person.Office, word));

    private static bool Has(string? text, string word) =>
        text is not null
        && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
