using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>What keeps a draft from being a schedule.</summary>
/// <param name="Kind">What must be asked.</param>
/// <param name="At">The piece it is about.</param>
/// <param name="Alternatives">What could have been meant, the likeliest first.</param>
/// <param name="Forced">Whether it is asked even when a single alternative makes sense with the rest.</param>
internal sealed record Doubt(QuestionKind Kind, Span At, IEnumerable<Draft> Alternatives, bool Forced = true);
