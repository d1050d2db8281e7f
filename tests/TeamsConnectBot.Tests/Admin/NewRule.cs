namespace TeamsConnectBot.Tests.Admin;

/// <summary>The form for a new rule, filled in.</summary>
internal static class NewRule
{
    public const string New = "/admin/rules/new";

    /// <summary>Words that belong in a rule's file but never on the page.</summary>
    public const string Technical =
        @"bandAtLeast|departmentIn|cadenceWeeks|quietHours|unknownStandsFor|mostDays|\bwhen\.|Toegestaan:|Allowed:|\{""";

    /// <summary>A sound rule, with other values for some fields.</summary>
    public static async Task<Dictionary<string, string>> FilledAsync(AdminBrowser admin, params (string, string)[] more) =>
        PageForm.Fields(
            (await admin.OpenAsync(New)).Body, "handler=Save",
            [
                ("Form.Id", "some-rule"), ("Form.NameNl", "Verkoop"), ("Form.NameEn", "Sales"), ("Form.WhyNl", "Omdat."),
                ("Form.WhyEn", "Because."), .. more,
            ]);
}
