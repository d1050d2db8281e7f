using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Core.Rituals.Holidays;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>
/// The days on which nothing happens, in one list: the public holidays of the coming year, and the days that the organisation adds, by hand
/// or from a calendar file.
/// </summary>
internal sealed class HolidaysModel(
    OrganisationStore store, OwnSettings own, PoolCatalogue pools, DaysOff daysOff, TimeProvider clock) : AdminPageModel
{
    /// <summary>The largest calendar file, in bytes. It is also a value of the form that confirms the import.</summary>
    public const int LargestFile = 60_000;

    public const int LongestName = CalendarFile.LongestName;

    private const string Address = "/admin/holidays";
    private const int LastYear = 2200;
    private const int MostProblems = 10;

    public IReadOnlyList<DayOffLine> Days { get; private set; } = [];

    /// <summary>What was typed for a new day, and what is wrong with it.</summary>
    public (string Day, string Nl, string En) Typed { get; private set; } = ("", "", "");

    public IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    /// <summary>The calendar file that waits to be added, its days, and which of them are days off already.</summary>
    public (string Text, IReadOnlyList<(CalendarDay Day, bool IsKnown)> Days, int Past)? Import { get; private set; }

    public LocalDate Today => clock.GetCurrentInstant().InZone(pools.Default.TimeZone).Date;

    public IEnumerable<string> At(string element) => Problems.Where(problem => problem.Element == element).Select(problem => problem.Text);

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostSetAsync(string? day, string? nl, string? en, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        Typed = (day ?? "", nl?.Trim() ?? "", en?.Trim() ?? "");
        var date = DateOf(day);
        Problems = [.. ProblemsOf(date)];
        if (Problems.Count > 0)
        {
            Tell(date < Today ? Problems[0].Text : T["holidays.wrong"], isProblem: true);
            await ShowAsync(cancellationToken);
            return Page();
        }

        await store.SetHolidayAsync(date!.Value, Typed.Nl, Typed.En, Me, cancellationToken);
        return Saved();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? day, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        if (DateOf(day) is { } date)
        {
            await store.RemoveHolidayAsync(date, Me, cancellationToken);
            Tell(T["saved"]);
        }

        return Redirect(Address);
    }

    /// <summary>Makes a public holiday a working day, in every year, or a day off again.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(string? country, string? name, bool off, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        if (!PublicDays().Any(one => one.Country == country && one.Holiday.English == name))
        {
            return NotFound();
        }

        await store.SetPublicHolidayAsync(country!, name!, off, Me, cancellationToken);
        return Saved();
    }

    /// <summary>Reads a calendar file and shows what it would add; nothing is stored.</summary>
    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        if (file is null || file.Length > LargestFile)
        {
            Tell(file is null ? T["holidays.noFile"] : T.Say("holidays.fileTooLarge", LargestFile / 1000), isProblem: true);
            await ShowAsync(cancellationToken);
            return Page();
        }

        using var reader = new StreamReader(file.OpenReadStream());
        return await ReadAsync(await reader.ReadToEndAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Adds the days of a calendar file that was shown.</summary>
    public async Task<IActionResult> OnPostAddAsync(string? calendar, CancellationToken cancellationToken)
    {
        if (!MayChange)
        {
            return NotAllowed();
        }

        var read = CalendarReader.Read(calendar ?? "", Today);
        if (read.Problems.Count > 0)
        {
            return await ReadAsync(calendar ?? "", cancellationToken);
        }

        await ShowAsync(cancellationToken);
        var off = DatesOff();
        await store.AddHolidaysAsync(
            [
                .. read.Days.Where(day => !off.Contains(day.Date))
                    .Select(day => new HolidayRow { Day = day.Date, Nl = day.Name, En = day.Name }),
            ], Me, cancellationToken);
        return Saved();
    }

    private HashSet<LocalDate> DatesOff() => [.. Days.Where(day => day.IsOff).Select(day => day.Day)];

    private async Task<IActionResult> ReadAsync(string text, CancellationToken cancellationToken)
    {
        var read = CalendarReader.Read(text, Today);
        await ShowAsync(cancellationToken);
        var off = DatesOff();
        if (read.Problems.Count > 0)
        {
            Tell(Say(read.Problems), isProblem: true);
        }
        else if (read.Days.All(day => off.Contains(day.Date)))
        {
            Tell(T["holidays.nothingNew"], isProblem: true);
        }
        else
        {
            Import = (text, [.. read.Days.Select(day => (day, off.Contains(day.Date)))], read.Past);
        }

        return Page();
    }

    // The first line says what happened; each further line is a problem.
    private string Say(IReadOnlyList<CalendarProblem> problems) => string.Join('\n', [
        T["holidays.notRead"],
        .. problems.Take(MostProblems).Select(one => T.Say("holidays.line", one.Line, T["holidays.trouble." + one.Trouble], one.Text)),
        .. problems.Count > MostProblems ? [T.Say("holidays.moreLines", problems.Count - MostProblems)] : Array.Empty<string>(),
    ]);

    private IEnumerable<FormProblem> ProblemsOf(LocalDate? date)
    {
        if (date is not { } day || day < Today)
        {
            yield return new FormProblem("day", date is { } past ? T.Say("holidays.past", Dates.Day(T, past)) : T["holidays.noDay"]);
        }

        foreach (var (element, name) in new[] { ("nl", Typed.Nl), ("en", Typed.En) })
        {
            if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            {
                yield return new FormProblem(element, T.Say("holidays.noName", LongestName));
            }
        }
    }

    private static LocalDate? DateOf(string? day) =>
        LocalDatePattern.Iso.Parse(day ?? "") is { Success: true, Value: { Year: > 0 and <= LastYear } date } ? date : null;

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var added = await store.HolidaysAsync(cancellationToken);
        Days =
        [
            .. added.Select(row => new DayOffLine(row.Day, row.Nl, row.En, null, IsOff: true))
                .Concat(PublicDays().Select(one => new DayOffLine(
                    one.Holiday.Date, one.Holiday.Dutch, one.Holiday.English, one.Country,
                    IsOff: !own.WorkedHolidays.Contains((one.Country, one.Holiday.English)))))
                .OrderBy(day => day.Day),
        ];
    }

    /// <summary>The public holidays of the coming year, in each country of the organisation.</summary>
    private IEnumerable<(string Country, PublicHoliday Holiday)> PublicDays() =>
        from country in daysOff.CountriesWith(pools.All.Select(pool => pool.Country))
        from year in new[] { Today.Year, Today.Year + 1 }
        from holiday in PublicHolidays.In(country, year)
        where holiday.Date >= Today && holiday.Date < Today.PlusYears(1)
        select (country, holiday);

    private RedirectResult Saved()
    {
        Tell(T["saved"]);
        return Redirect(Address);
    }
}

/// <summary>A day of the list.</summary>
/// <param name="Country">The country whose public holiday it is; null for a day that the organisation added.</param>
/// <param name="IsOff">Whether nothing happens on it; otherwise the organisation works.</param>
internal sealed record DayOffLine(LocalDate Day, string Nl, string En, string? Country, bool IsOff)
{
    public string NameIn(string language) => language == "nl" ? Nl : En;
}
