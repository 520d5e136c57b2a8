using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes expressions as C#. What several of them share, or one repeats, is computed once, in a local with a telling name.
/// </summary>
/// <param name="writer">Receives the locals.</param>
/// <param name="target">How values are written.</param>
/// <param name="names">The names of locals.</param>
/// <param name="sharesReads">Whether what is read several times gets a local; not where reads are locals already.</param>
internal sealed class ExpressionWriter(CodeWriter writer, ExpressionTarget target, Names names, bool sharesReads = true)
{
    private readonly Dictionary<Expression, int> uses = [];
    private readonly Dictionary<Expression, string> wishes = [];
    private readonly Dictionary<Expression, string> locals = [];

    /// <summary>Suggests the name of the local that an expression gets, should it need one.</summary>
    public void Suggest(Expression expression, string name)
    {
        expression = ExpressionTarget.Expand(expression);
        if (!wishes.ContainsKey(expression))
        {
            wishes[expression] = name;
        }
    }

    /// <summary>An expression by itself, with nothing before it: what it repeats is written as often.</summary>
    public static string Inline(ExpressionTarget target, Expression expression) =>
        new ExpressionWriter(new CodeWriter(), target, new Names()).Text(ExpressionTarget.Expand(expression));

    /// <summary>As <see cref="WriteAll"/>, for a single expression.</summary>
    public string Write(Expression expression) => WriteAll([expression])[0];

    /// <summary>Writes what the expressions share, or one repeats, as locals, and returns the expressions themselves.</summary>
    public List<string> WriteAll(IEnumerable<Expression> expressions)
    {
        var expanded = expressions.Select(ExpressionTarget.Expand).ToList();
        expanded.ForEach(Count);
        expanded.ForEach(WriteShared);
        return expanded.ConvertAll(Text);
    }

    private void Count(Expression expression)
    {
        uses.TryGetValue(expression, out int count);
        uses[expression] = count + 1;
        if (count == 0)
        {
            foreach (var part in expression.Parts())
            {
                Count(part);
            }
        }
    }

    private void WriteShared(Expression expression)
    {
        if (locals.ContainsKey(expression))
        {
            return;
        }

        foreach (var part in expression.Parts())
        {
            WriteShared(part);
        }

        if (uses[expression] > 1 && IsWorthALocal(expression))
        {
            string text = Text(expression);
            string name = names.New(wishes.TryGetValue(expression, out string? wish) ? wish : WishFor(expression));
            writer.Line($"{target.Type} {name} = {text};");
            locals[expression] = name;
        }
    }

    private bool IsWorthALocal(Expression expression) => expression switch
    {
        Constant or ColumnIndex or Parameter => false,
        Read read => sharesReads && read.Tensor.Kind != TensorKind.Argument,
        _ => true,
    };

    private static string WishFor(Expression expression) => expression switch
    {
        Read read => Names.Camel(read.Tensor.Name) + "Here",
        Uniform => "uniform",
        Apply apply => char.ToLowerInvariant(apply.Function.ToString()[0]) + apply.Function.ToString().Substring(1),
        Combine combine => combine.Operator switch
        {
            Operator.Add => "sum",
            Operator.Subtract => "difference",
            Operator.Multiply => "product",
            Operator.Divide => "quotient",
            Operator.Max => "larger",
            _ => "smaller",
        },
        _ => "choice",
    };

    private string Text(Expression expression) => Render(expression).Text;

    /// <summary>Text that can stand beside an operator.</summary>
    private string Operand(Expression expression)
    {
        var (text, isAtom) = Render(expression);
        return isAtom ? text : $"({text})";
    }

    private (string Text, bool IsAtom) Render(Expression expression)
    {
        if (locals.TryGetValue(expression, out string? name))
        {
            return (name, true);
        }

        switch (expression)
        {
            case Constant constant:
                string number = target.Constant(constant.Value);
                return (number, number[0] != '-');
            case Apply { Function: Function.Negate } negate:
                return ($"-{Operand(negate.Argument)}", false);
            case Apply apply:
                return (target.Call(apply.Function, Text(apply.Argument)), true);
            case Combine combine:
                return Render(combine);
            case Choose { Condition: var condition } choice:
                return (target.Choose(condition.Relation, Operand(condition.Left), Operand(condition.Right), Operand(choice.WhenTrue), Operand(choice.WhenFalse)), true);
            default:
                return (target.Leaf(expression), true);
        }
    }

    private (string Text, bool IsAtom) Render(Combine combine)
    {
        var (left, right) = (combine.Left, combine.Right);
        return combine.Operator switch
        {
            Operator.Add when Product(left) is { } product => (target.MultiplyAdd(Operand(product.Left), Operand(product.Right), Operand(right)), true),
            Operator.Add when Product(right) is { } product => (target.MultiplyAdd(Operand(product.Left), Operand(product.Right), Operand(left)), true),
            Operator.Add => ($"{Operand(left)} + {Operand(right)}", false),
            Operator.Subtract when Product(right) is { } product => (target.MultiplySubtract(Operand(product.Left), Operand(product.Right), Operand(left)), true),
            Operator.Subtract => ($"{Operand(left)} - {Operand(right)}", false),
            Operator.Multiply => ($"{Operand(left)} * {Operand(right)}", false),
            Operator.Divide => ($"{Operand(left)} / {Operand(right)}", false),
            Operator.Max => (target.Larger(Text(left), Text(right)), true),
            Operator.Min => (target.Smaller(Text(left), Text(right)), true),
            _ => throw new ArgumentOutOfRangeException(nameof(combine)),
        };
    }

    /// <summary>A product that a sum takes up, so that it is rounded once.</summary>
    private Combine? Product(Expression expression) =>
        expression is Combine { Operator: Operator.Multiply } product && !locals.ContainsKey(product) ? product : null;
}
