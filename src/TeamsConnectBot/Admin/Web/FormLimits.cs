using Microsoft.AspNetCore.Http.Features;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Admin.Web;

/// <summary>How much of a form is read at all. What each field may hold is checked by whoever keeps it.</summary>
internal static class FormLimits
{
    /// <summary>The most bytes a form may take, but for a file with rules, whose page says so itself.</summary>
    public const int LargestForm = 256 * 1024;

    // A rule's form has most fields, some 70; the longest one is a deep condition written as JSON, or the token of Teams' sign-in.
    private const int MostFields = 400;
    private const int LongestName = 200;
    private const int LongestValue = 64 * 1024;

    public static void Set(FormOptions form)
    {
        form.ValueCountLimit = MostFields;
        form.KeyLengthLimit = LongestName;
        form.ValueLengthLimit = LongestValue;
        form.MultipartBodyLengthLimit = RuleFile.MaxBytes + 1;
    }
}
