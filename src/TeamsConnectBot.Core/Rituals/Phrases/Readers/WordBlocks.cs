using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>
/// The words that say nothing of when. Those before the rest are the ritual's name, as in 'koffie met het team elke vrijdag 15:30';
/// later ones are only when one of them is what rituals are called, else they are asked about.
/// </summary>
internal sealed class WordBlocks(CleanText text, Cursor cursor)
{
    // Words that say when, even if it wasn't understood what; a name with them in it would hide that.
    private static readonly Sense[] NeverInNames =
    [
        Sense.Starting, Sense.Until, Sense.Through, Sense.Except, Sense.Every, Sense.EveryOther, Sense.Next, Sense.End, Sense.Times, Sense.Once, Sense.Twice,
        Sense.Number, Sense.Or,
    ];

    private readonly List<Block> blocks = [];
    private int? first;
    private bool hasWord;

    /// <summary>Adds a term no reader knew.</summary>
    public void Add(int index, bool isConnective)
    {
        first ??= index;
        hasWord |= !isConnective;
    }

    /// <summary>Whether the words before a term are a name that isn't over yet: 'welcome to the team', 'koffie bij de bar'.</summary>
    public bool InName(int index) =>
        first == 0 && hasWord && cursor.Terms[index].Sense is Sense.And or Sense.Of or Sense.To or Sense.At or Sense.For or Sense.In or Sense.On or Sense.Or
        && index + 1 < cursor.Terms.Count && cursor.Terms[index + 1].Sense is Sense.Unknown or Sense.NameNoun or Sense.Article
        && !IsFeast(index + 1)
        && !(cursor.Terms[index + 1].Sense == Sense.Article && index + 2 < cursor.Terms.Count && cursor.Terms[index + 2].Sense is not (Sense.Unknown or Sense.NameNoun));

    private bool IsFeast(int index)
    {
        var here = cursor.Position;
        cursor.Position = index;
        var isFeast = FeastReader.TryTake(cursor, out _);
        cursor.Position = here;
        return isFeast;
    }

    /// <summary>Ends the block before a term.</summary>
    public void Close(int end)
    {
        if (first is { } begin && hasWord)
        {
            var (from, to) = (begin, end - 1);
            while (IsLoose(from) && from < to)
            {
                from++;
            }

            while (IsLoose(to) && to > from)
            {
                to--;
            }

            var terms = cursor.Terms[from..(to + 1)];
            var isName = terms.Exists(term => term.Sense is Sense.Unknown or Sense.NameNoun) && !terms.Exists(term => NeverInNames.Contains(term.Sense));
            var saysWhen = terms.Exists(term => term.Sense is not (Sense.Number or Sense.Or) && NeverInNames.Contains(term.Sense));
            blocks.Add(new Block(from, to, isName && terms.Exists(term => term.Sense == Sense.NameNoun), isName && begin == 0, saysWhen));
        }

        (first, hasWord) = (null, false);
    }

    /// <summary>The name and what isn't understood.</summary>
    public IEnumerable<Piece> Pieces(bool hasQuotedName)
    {
        var name = hasQuotedName ? -1 : blocks.FindIndex(block => block.IsLeading);
        name = name < 0 && !hasQuotedName ? blocks.FindIndex(block => block.HasNoun) : name;
        for (var index = 0; index < blocks.Count; index++)
        {
            var span = new Span(cursor.Terms[blocks[index].First].Start, cursor.Terms[blocks[index].Last].End);
            var words = text.Written[span.Start..span.End].Trim();
            if (index == name)
            {
                yield return new NamePiece(words, span);
            }
            else if (!blocks[index].HasNoun)
            {
                yield return new UnknownPiece(words, blocks[index].SaysWhen, span);
            }
        }
    }

    private bool IsLoose(int index) =>
        cursor.Terms[index] is { Sense: Sense.Mark or Sense.Article or Sense.Filler or Sense.And or Sense.At or Sense.On or Sense.Of or Sense.For or Sense.In or Sense.From or Sense.To }
            or { Sense: Sense.Number, Digits: 0, Value: 1 };

    private readonly record struct Block(int First, int Last, bool HasNoun, bool IsLeading, bool SaysWhen);
}
