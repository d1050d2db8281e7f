using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// Tells how many people a made-up question selects, for trying out a change before it acts. Questions can be asked in any form,
/// so an exact count, or even a plain range, could be bent until it tips over for one person. Every count here is blurred by a
/// number that follows from the set of people itself and a secret key: the same set always gives the same answer, and a set
/// with one person more gives one that tells nothing about that person.
/// </summary>
public sealed class Estimate
{
    /// <summary>
    /// How wide counts are blurred, in people: one person more or less makes no answer likelier by more than a factor
    /// e^(1/<see cref="Scale"/>), and no answer is ever impossible, so none is certain.
    /// </summary>
    public const double Scale = 6;

    private readonly byte[] key;

    /// <param name="key">A secret of at least 16 bytes that stays the same.</param>
    /// <exception cref="ArgumentException">The key is too short to be a secret.</exception>
    public Estimate(ReadOnlySpan<byte> key)
    {
        if (key.Length < 16)
        {
            throw new ArgumentException($"The key has {key.Length} bytes; at least 16 keep it secret.", nameof(key));
        }

        this.key = key.ToArray();
    }

    /// <summary>How many people are in a set.</summary>
    public CountRange Count(IReadOnlyCollection<string> people) => CountRange.Of(Blurred(people));

    /// <summary>Which part of some people is in a set; nothing for fewer than the smallest range.</summary>
    public PercentRange Share(IReadOnlyCollection<string> people, IReadOnlyCollection<string> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return PercentRange.Of(of.Count == 0 ? 0 : (double)Blurred(people) / of.Count);
    }

    /// <summary>A count that follows from people but is not one of them, such as pairs: blurred by those it came from.</summary>
    public CountRange Count(int count, IReadOnlyCollection<string> from) => CountRange.Of(count + Offset(from));

    /// <summary>A share that follows from people but is not one of them, blurred by those it came from.</summary>
    public PercentRange Share(int count, int of, IReadOnlyCollection<string> from) =>
        PercentRange.Of(of == 0 ? 0 : (double)(count + Offset(from)) / of);

    private int Blurred(IReadOnlyCollection<string> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return people.Count + Offset(people);
    }

    // The two-sided geometric mechanism (Ghosh, Roughgarden and Sundararajan, 2009) of differential privacy, its draws made from
    // a hash so that asking again can't average them out.
    private int Offset(IReadOnlyCollection<string> people)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var person in people.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(person + "\n"));
        }

        var drawn = hash.GetHashAndReset();
        return Geometric(drawn.AsSpan(0, sizeof(ulong))) - Geometric(drawn.AsSpan(sizeof(ulong)));
    }

    private static int Geometric(ReadOnlySpan<byte> drawn)
    {
        var uniform = ((BinaryPrimitives.ReadUInt64LittleEndian(drawn) >> 11) + 1) * Math.Pow(2, -53);
        return (int)(-Scale * Math.Log(uniform));
    }
}
