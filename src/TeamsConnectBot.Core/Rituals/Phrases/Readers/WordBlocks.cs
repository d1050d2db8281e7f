using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>
/// Collects the words that say nothing about the time. Words before the rest are the ritual's name, as in 'koffie met het team elke vrijdag
/// 15:30'. Later words are only the name if one of them is a usual name for a ritual; otherwise they are asked about.
/// </summary>
internal sealed class WordBlocks(CleanText text, Cursor cursor)
{
    // Words about the time, even if it is not clear what they say; a name that contained them would hide that.
    private static readonly Sense[] NeverInNames =
    [
        Sense.Starting, Sense.Until, Sense.Through, Sense.Except, Sense.Every, Sense.EveryOther, Sense.Next, Sense.End, Sense.Times,
        Sense.Once, Sense.Twice, Sense.Number, Sense.Or,
    ];

    // Words that neither begin nor end a name.
    private static readonly Sense[] Connectives =
    [
        Sense.Mark, Sense.Article, Sense.Filler, Sense.And, Sense.At, Sense.On, Sense.Of, Sense.For, Sense.In, Sense.From, Sense.To,
    ];

    private readonly List<Block> blocks = [];
    private int? first;
    private bool hasWord;

    /// <summary>Adds a term that no reader recognised.</summary>
    public void Add(int index)
    {
        first ??= index;
        hasWord |= !IsConnective(index);
    }

    /// <summary>Whether the words before a term are a name that continues: 'welcome to the team', 'koffie bij de bar'.</summary>
    public bool InName(int index) =>
        first == 0 && hasWord
        && SenseAt(index) is Sense.And or Sense.Of or Sense.To or Sense.At or Sense.For or Sense.In or Sense.On or Sense.Or
        && (IsNamePart(index + 1) || (SenseAt(index + 1) == Sense.Article && SenseAt(index + 2) is null or Sense.Unknown or Sense.NameNoun))
        && !cursor.Sees(here =>
        {
            here.Position = index + 1;
            return HolidayNameReader.TryTake(here, out _);
        });

    /// <summary>Ends the block before a term.</summary>
    public void Close(int end)
    {
        if (first is { } begin && hasWord)
        {
            var (from, to) = (begin, end - 1);
            while (IsConnective(from) && from < to)
            {
                from++;
            }

            while (IsConnective(to) && to > from)
            {
                to--;
            }

            var senses = cursor.Terms[from..(to + 1)].ConvertAll(term => term.Sense);
            var isName = senses.Exists(sense => sense is Sense.Unknown or Sense.NameNoun) && !senses.Exists(NeverInNames.Contains);
            var saysWhen = senses.Exists(sense => sense is not (Sense.Number or Sense.Or) && NeverInNames.Contains(sense));
            blocks.Add(new Block(from, to, isName && senses.Contains(Sense.NameNoun), isName && begin == 0, saysWhen));
        }

        (first, hasWord) = (null, false);
    }

    /// <summary>The name, and the words that are not understood.</summary>
    public IEnumerable<Piece> Pieces(bool hasQuotedName)
    {
        var name = hasQuotedName ? null : blocks.Find(block => block.IsLeading) ?? blocks.Find(block => block.HasNoun);
        foreach (var block in blocks.Where(block => block == name || !block.HasNoun))
        {
            var span = new TextSpan(cursor.Terms[block.First].Start, cursor.Terms[block.Last].End);
            var words = text.Written[span.Start..span.End].Trim();
            yield return block == name ? new NamePiece(words, span) : new UnknownPiece(words, block.SaysWhen, span);
        }
    }

    private Sense? SenseAt(int index) => index < cursor.Terms.Count ? cursor.Terms[index].Sense : null;

    private bool IsNamePart(int index) => SenseAt(index) is Sense.Unknown or Sense.NameNoun;

    private bool IsConnective(int index) =>
        Connectives.Contains(cursor.Terms[index].Sense) || cursor.Terms[index] is { Sense: Sense.Number, Digits: 0, Value: 1 };

    private sealed record Block(int First, int Last, bool HasNoun, bool IsLeading, bool SaysWhen);
}
