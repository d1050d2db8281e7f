using System.ComponentModel.DataAnnotations;
using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Rituals;

internal sealed class RitualOptions
{
    public const string Section = "Rituals";

    /// <summary>How long a team votes.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "14.00:00:00", ErrorMessage = "Rituals:VoteFor must lie between 01:00:00 and 14.00:00:00")]
    public TimeSpan VoteFor { get; set; } = TimeSpan.FromDays(2);

    /// <summary>
    /// Fewer members who allowed their calendar to be read for a better time say nothing as a group, so none is read and usual
    /// times are offered. Below 10 only with the works council's approval: see <see cref="GroupMinimumAgreedBy"/>.
    /// </summary>
    [Range(5, 100, ErrorMessage = "Rituals:GroupMinimum must lie between 5 and 100")]
    public int GroupMinimum { get; set; } = Aggregate.DefaultMinimum;

    /// <summary>
    /// For <see cref="GroupMinimum"/> below 10: who agreed to it, the works council or the body that takes its place, and the reference
    /// of their decision. Without it the service does not start.
    /// </summary>
    [StringLength(200, ErrorMessage = "Rituals:GroupMinimumAgreedBy must have at most 200 letters")]
    public string? GroupMinimumAgreedBy { get; set; }

    /// <summary>Whether the group minimum is the usual one, or somebody agreed to a lower one.</summary>
    internal bool IsMinimumAgreed() => GroupMinimum >= Aggregate.DefaultMinimum || !string.IsNullOrWhiteSpace(GroupMinimumAgreedBy);

    /// <summary>
    /// Whether a refusal or help asked for in a channel is shown to the person who asked only. False where people's Teams is too old to
    /// show such a message: then everybody in the channel sees it. A question that only the bot sees is always answered like that.
    /// </summary>
    public bool AnswerAskerAlone { get; set; } = true;
}
