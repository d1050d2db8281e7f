using Microsoft.AspNetCore.Http.Features;
using TeamsConnectBot.Admin.Pages;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Admin.Web;

/// <summary>How much of a form is read at all. The length of each field is checked where it is stored.</summary>
internal static class FormLimits
{
    /// <summary>The most bytes a form may have, except an upload of rules, whose page has its own limit.</summary>
    public const int LargestForm = 256 * 1024;

    public static void Set(FormOptions form)
    {
        // The largest form is a rule's: some 40 fields, three for each of at most 50 conditions, and one for each department chosen
        // in them. The longest values are the token of Teams' sign-in and a calendar file's text, in which a browser sends two characters
        // for each line's end.
        form.ValueCountLimit = 900;
        form.KeyLengthLimit = 200;
        form.ValueLengthLimit = 3 * HolidaysModel.LargestFile;
        form.MultipartBodyLengthLimit = RuleFile.MaxBytes + 1;
    }
}
