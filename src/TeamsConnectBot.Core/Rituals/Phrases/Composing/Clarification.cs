using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>What has to be clarified before a draft can become a schedule.</summary>
/// <param name="Kind">What to ask.</param>
/// <param name="At">The part of the phrase it is about.</param>
/// <param name="Alternatives">The possible meanings, the most likely first.</param>
/// <param name="Forced">Whether to ask even if only one alternative fits the rest.</param>
internal sealed record Clarification(QuestionKind Kind, TextSpan At, IEnumerable<ScheduleDraft> Alternatives, bool Forced = true);
