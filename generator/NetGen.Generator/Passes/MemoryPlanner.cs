using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Places tensors in an arena by their lifetimes: two whose lives do not overlap may share memory.</summary>
internal static class MemoryPlanner
{
    /// <summary>Places what belongs into the arena.</summary>
    /// <param name="steps">What runs, in order.</param>
    /// <param name="belongs">Whether a tensor has its place here.</param>
    /// <param name="keptToTheEnd">What lives on after the last step.</param>
    /// <param name="pinned">Places that are given: nothing else ever stands there.</param>
    public static MemoryLayout Place(
        IReadOnlyList<Step> steps,
        Func<Tensor, bool> belongs,
        IReadOnlyCollection<Tensor> keptToTheEnd,
        IReadOnlyDictionary<Tensor, int>? pinned = null)
    {
        var layout = new MemoryLayout();
        var lives = LivesOf(steps, belongs, keptToTheEnd);
        var sampled = new List<Placed>();
        var others = new List<Placed>();
        foreach (var pin in pinned ?? new Dictionary<Tensor, int>())
        {
            (pin.Key.PerSample ? sampled : others).Add(new Placed(new Life(pin.Key, 0, steps.Count), pin.Value));
            layout.Offsets[pin.Key] = pin.Value;
        }

        foreach (var life in lives.Where(life => !layout.Offsets.ContainsKey(life.Tensor)).OrderBy(life => life.First).ThenByDescending(life => life.Tensor.PaddedSize()))
        {
            var placed = life.Tensor.PerSample ? sampled : others;
            int offset = FirstGap(placed, life);
            placed.Add(new Placed(life, offset));
            layout.Offsets[life.Tensor] = offset;
        }

        layout.PerSample = sampled.Select(each => each.End).DefaultIfEmpty(0).Max();
        layout.Fixed = others.Select(each => each.End).DefaultIfEmpty(0).Max();
        return layout;
    }

    private static List<Life> LivesOf(IReadOnlyList<Step> steps, Func<Tensor, bool> belongs, IReadOnlyCollection<Tensor> keptToTheEnd)
    {
        var first = new Dictionary<Tensor, int>();
        var last = new Dictionary<Tensor, int>();
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (var tensor in steps[i].Stored.Where(belongs))
            {
                if (!first.ContainsKey(tensor))
                {
                    first[tensor] = i;
                }

                last[tensor] = i;
            }

            foreach (var tensor in steps[i].Operands.Where(first.ContainsKey))
            {
                last[tensor] = i;
            }
        }

        return first.Keys.Select(tensor => new Life(tensor, first[tensor], keptToTheEnd.Contains(tensor) ? steps.Count : last[tensor])).ToList();
    }

    /// <summary>The lowest offset at which nothing that lives at the same time stands in the way.</summary>
    private static int FirstGap(List<Placed> placed, Life life)
    {
        int offset = 0;
        foreach (var other in placed.Where(other => other.Life.Overlaps(life)).OrderBy(other => other.Offset))
        {
            if (offset + life.Tensor.PaddedSize() <= other.Offset)
            {
                break;
            }

            offset = Math.Max(offset, other.End);
        }

        return offset;
    }

    private sealed record Life(Tensor Tensor, int First, int Last)
    {
        public bool Overlaps(Life other) => First <= other.Last && other.First <= Last;
    }

    private sealed record Placed(Life Life, int Offset)
    {
        public int End => Offset + Life.Tensor.PaddedSize();
    }
}
