using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rituals.Holidays;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Days on which the organisation is closed.</summary>
internal sealed class HolidaysModel(OrganisationStore store, PoolCatalogue pools, DaysOff daysOff, TimeProvider clock) : AdminPageModel
{
    private const int LongestName = 80;
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public IReadOnlyList<HolidayRow> All { get; private set; } = [];

    /// <summary>The public holidays of the coming year, in the countries of the organisation.</summary>
    public IReadOnlyList<(LocalDate Day, string Name, string Countries)> Public { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        All = await store.HolidaysAsync(cancellationToken);
        var today = clock.GetCurrentInstant().InZone(pools.Default.TimeZone).Date;
        Public =
        [
            .. from country in daysOff.CountriesWith(pools.All.Select(pool => pool.Country))
               from year in new[] { today.Year, today.Year + 1 }
               from holiday in PublicHolidays.In(country, year)
               where holiday.Date >= today && holiday.Date < today.PlusYears(1)
               group country by (holiday.Date, Name: holiday.Name(Languages.OfCode(T.Language))) into day
               orderby day.Key.Date
               select (day.Key.Date, day.Key.Name, string.Join(", ", day)),
        ];
    }

    public async Task<IActionResult> OnPostSetAsync(string? day, string? nl, string? en, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        if (LocalDatePattern.Iso.Parse(day ?? "") is not { Success: true, Value: { Year: >= FirstYear and <= LastYear } date }
            || !IsName(nl) || !IsName(en))
        {
            Tell(T["holidays.wrong"], isProblem: true);
        }
        else if (date < clock.GetCurrentInstant().InUtc().Date)
        {
            Tell(T.Say("holidays.past", Dates.Day(T, date)), isProblem: true);
        }
        else
        {
            await store.SetHolidayAsync(date, nl!.Trim(), en!.Trim(), Me, cancellationToken);
            Tell(T["saved"]);
        }

        return Redirect("/admin/holidays");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? day, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        if (LocalDatePattern.Iso.Parse(day ?? "") is { Success: true, Value: var date })
        {
            await store.RemoveHolidayAsync(date, Me, cancellationToken);
            Tell(T["saved"]);
        }

        return Redirect("/admin/holidays");
    }

    private static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl);
}
