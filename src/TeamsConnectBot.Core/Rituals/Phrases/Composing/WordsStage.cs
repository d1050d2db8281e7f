using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Asks about choices in the words themselves, about what is wrong by itself, and about words that aren't understood.</summary>
internal static class WordsStage
{
    private static readonly Draft[] Examples =
    [
        Proposals.Of(Proposals.Every(NodaTime.IsoDayOfWeek.Friday), Proposals.At(15, 30)),
        Proposals.Of(Proposals.Every(NodaTime.IsoDayOfWeek.Tuesday), Proposals.EveryTwoWeeks, Proposals.At(9, 0)),
        Proposals.Of(Proposals.FirstOfMonth(NodaTime.IsoDayOfWeek.Monday), Proposals.At(10, 0)),
    ];

    /// <summary>The doubt there is; null when there is none.</summary>
    public static Doubt? Check(Draft draft)
    {
        if (draft.Pieces.All(piece => piece is NamePiece or UnknownPiece))
        {
            return new Doubt(QuestionKind.NothingFound, Span.None, Examples.Select(example => example.With(draft.All<NamePiece>())));
        }

        if (draft.First<FaultPiece>() is { } fault)
        {
            return new Doubt(fault.Kind, fault.At, [draft.Without(fault)]);
        }

        if (draft.First<ChoicePiece>() is { } choice)
        {
            return new Doubt(choice.Kind, choice.At, choice.Options.Select(option => draft.Replace(choice, option)), choice.Forced);
        }

        if (draft.First<UnknownPiece>() is not { } unknown)
        {
            return null;
        }

        // Perhaps they are the name.
        Draft[] readings = unknown.SaysWhen
            ? [draft.Without(unknown)]
            : draft.First<NamePiece>() is { } name
            ? [draft.Without(unknown), draft.Without(unknown).Replace(name, name with { Name = $"{name.Name} {unknown.Words}" })]
            : [draft.Replace(unknown, new NamePiece(unknown.Words, unknown.At)), draft.Without(unknown)];
        return new Doubt(QuestionKind.UnknownWords, unknown.At, readings);
    }
}
