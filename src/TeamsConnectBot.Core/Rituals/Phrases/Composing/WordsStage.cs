using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Clarifies words with several meanings, pieces that are wrong by themselves, and unknown words.</summary>
internal static class WordsStage
{
    private static readonly ScheduleDraft[] Examples =
    [
        new([Proposals.Every(IsoDayOfWeek.Friday), Proposals.At(15 * 60 + 30)]),
        new([Proposals.Every(IsoDayOfWeek.Tuesday), Proposals.EveryTwoWeeks, Proposals.At(9 * 60)]),
        new([Proposals.OfMonth(IsoDayOfWeek.Monday), Proposals.At(10 * 60)]),
    ];

    /// <summary>What has to be clarified; null if nothing has to be.</summary>
    public static Clarification? Check(ScheduleDraft draft)
    {
        if (draft.Pieces.All(piece => piece is NamePiece or UnknownPiece))
        {
            return new(QuestionKind.NothingFound, TextSpan.None, Examples.Select(example => example.With(draft.All<NamePiece>())));
        }

        if (draft.First<FaultPiece>() is { } fault)
        {
            return new(fault.Kind, fault.At, [draft.Without(fault)]);
        }

        if (draft.First<ChoicePiece>() is { } choice)
        {
            return new(choice.Kind, choice.At, choice.Options.Select(option => draft.Replace(choice, option)), choice.Forced);
        }

        if (draft.First<UnknownPiece>() is not { } unknown)
        {
            return null;
        }

        // Unknown words may be the name, or a part of it.
        var rest = draft.Without(unknown);
        return new(QuestionKind.UnknownWords, unknown.At, (unknown.SaysWhen, draft.First<NamePiece>()) switch
        {
            (true, _) => [rest],
            (_, { } name) => [rest, rest.Replace(name, name with { Name = $"{name.Name} {unknown.Words}" })],
            _ => [draft.Replace(unknown, new NamePiece(unknown.Words, unknown.At)), rest],
        });
    }
}
