namespace NetGen.Generator.Expressions;

/// <summary>Functions of one value that kernels can compute and <see cref="Derivative"/> knows.</summary>
internal enum Function
{
    Negate,
    Abs,
    Sqrt,
    FlushSubnormal,
    Exp,
    ExpMinusOne,
    Log,
    LogOnePlus,
    Tanh,
    Sigmoid,
    Softplus,
    Erf,
    Sin,
    Cos,
}

/// <summary>Operators on two values.</summary>
internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Max,
    Min,
}

/// <summary>Comparisons.</summary>
internal enum Relation
{
    Less,
    LessOrEqual,
    Equal,
}
