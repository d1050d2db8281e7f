using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Admin.Organisation;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Admin.Pages;

/// <summary>Days on which the organisation is closed.</summary>
internal sealed class HolidaysModel(OrganisationBook book, TimeProvider clock) : AdminPage
{
    private const int LongestName = 80;
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public IReadOnlyList<Holiday> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => All = await book.HolidaysAsync(cancellationToken);

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
            await book.SetHolidayAsync(date, nl!.Trim(), en!.Trim(), Me, cancellationToken);
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
            await book.RemoveHolidayAsync(date, Me, cancellationToken);
            Tell(T["saved"]);
        }

        return Redirect("/admin/holidays");
    }

    public static string Written(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static bool IsName(string? name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl);
}
