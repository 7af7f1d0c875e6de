import { Input, type SelectProps } from 'antd'
import { lazy, Suspense } from 'react'

const Select = lazy(async () => ({ default: (await import('./select.tsx')).Select }))

/** Ant Design's Select, whose large program is brought when the first one is shown. */
export const LateSelect = (props: SelectProps) => (
  <Suspense fallback={<Input disabled />}>
    <Select {...props} />
  </Suspense>
)
