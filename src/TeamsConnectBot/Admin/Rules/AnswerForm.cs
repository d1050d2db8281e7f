using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>The form with which the works council decides on something that waits.</summary>
/// <param name="Handler">The page's handler.</param>
/// <param name="Id">What is decided on.</param>
/// <param name="Number">The version that was looked at; 0 where there are none.</param>
/// <param name="MayLimit">Whether a yes can end by itself.</param>
/// <param name="Today">The day, for the first and last day that can be chosen.</param>
internal sealed record AnswerForm(string Handler, string Id, int Number, bool MayLimit, LocalDate Today)
{
    /// <summary>The name of the field with the id.</summary>
    public string Field { get; init; } = "id";

    /// <summary>The button's value for a yes until a day.</summary>
    public const string Limited = "until";

    /// <summary>The day as it was typed.</summary>
    public string? Until { get; init; }

    /// <summary>The reason as it was typed.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason as the log has it.</summary>
    public string ReasonInOneLine => string.Join(' ', (Reason ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public LocalDate FirstDay => Today.PlusDays(1);

    public LocalDate LastDay => Today.PlusDays(ApprovalAnswer.MostDays);

    /// <summary>Unique on the page, for the ids of its fields.</summary>
    public string Key => $"{Handler}-{Id}";
}
